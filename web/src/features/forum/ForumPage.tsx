import { useEffect, useState, type ReactNode } from 'react';
import { claimStorage, type StorageSpace } from '../../lib/outbox/storage-space.js';
import { languageOf, type Language, type Text } from '../../lib/text/language.js';
import { useSearch } from '../../lib/use-search.js';
import { useTitle } from '../../lib/use-title.js';
import { isOne, personOf } from '../../lib/viewer/viewer.js';
import { useVisit, VisitProvider } from '../../lib/viewer/visit.js';
import '../scores/scores.css';
import '../contests/contests.css';
import '../session/session.css';
import { Gate } from '../session/Gate.js';
import { GATE_WORDS } from '../session/session-words.js';
import { SignInForm } from '../session/SignInForm.js';
import { SiteHeader } from '../session/SiteHeader.js';
import { BoxProvider, openStore, useForumBox, type OpenStore } from './box-context.js';
import './forum.css';
import { OUTBOX_WORDS } from './forum-words.js';
import { openGraphqlDoor } from './graphql-door.js';
import { useKeptViewer } from './kept-viewer.js';
import { OthersWait } from './OthersWait.js';
import { SyncChip } from './SyncChip.js';
import { UpdatePrompt } from './UpdatePrompt.js';
import { useInstallable } from './use-installable.js';

interface ForumPageProps {
  readonly title: Text;
  readonly children: (language: Language) => ReactNode;
}

/**
 * A page that is there without a network, for whoever was here last. What is on the device is theirs alone; where their
 * session has ended they write on, and sign in to send.
 */
export function ForumPage({ title, children }: ForumPageProps) {
  const language = languageOf(useSearch());
  const [opened, setOpened] = useState<OpenStore | null>(null);
  useTitle(undefined, title[language]);
  useInstallable();
  useEffect(() => {
    void openStore().then(setOpened);
  }, []);
  return (
    <VisitProvider>
      <SiteHeader language={language} />
      <main id="content" tabIndex={-1} className="scores forum">
        {opened === null ? (
          <output className="loading">{GATE_WORDS.loading[language]}</output>
        ) : (
          <ForumGate opened={opened} language={language}>
            {children}
          </ForumGate>
        )}
      </main>
    </VisitProvider>
  );
}

/** A network that swallows what is sent must not keep anybody from writing for longer than this, ms. */
const ASKED_FOR = 4_000;

/** Whether an answer is still waited for: not without a network, and not for ever. */
function useStillAsking(asking: boolean): boolean {
  const [over, setOver] = useState(() => !navigator.onLine);
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setOver(true), ASKED_FOR);
    return () => clearTimeout(timer);
  }, [asking]);
  return asking && !over;
}

interface ForumGateProps {
  readonly opened: OpenStore;
  readonly language: Language;
  readonly children: (language: Language) => ReactNode;
}

function ForumGate({ opened, language, children }: ForumGateProps) {
  const { viewer, trouble } = useVisit();
  const kept = useKeptViewer(opened, viewer);
  const asking = useStillAsking(viewer === null && trouble === null);
  const person = viewer && personOf(viewer);
  const opensTo = (one: Parameters<typeof isOne>[0]) => isOne(one, 'FACILITATOR');
  // Somebody else may be here by now: nothing is shown as long as the server may still say so.
  const who = asking ? undefined : kept;
  if (who === undefined) return <output className="loading">{GATE_WORDS.loading[language]}</output>;
  if (who === null || !opensTo(who) || person?.secondFactorDue) {
    return (
      <Gate opensTo={opensTo} walls={false} language={language}>
        {() => null}
      </Gate>
    );
  }
  const ended = viewer !== null && person === null;
  return (
    <>
      {ended && <SignInAgain language={language} />}
      <Open
        key={who.account.id}
        opened={opened}
        account={who.account.id}
        region={who.region}
        language={language}
      >
        {children}
      </Open>
    </>
  );
}

function SignInAgain({ language }: { readonly language: Language }) {
  const { again } = useVisit();
  return (
    <details className="sign-in-again">
      <summary>{OUTBOX_WORDS.signInAgain[language]}</summary>
      <SignInForm note={null} language={language} onSignedIn={again} />
    </details>
  );
}

interface OpenProps extends ForumGateProps {
  readonly account: string;
  readonly region: string;
}

function Open({ opened, account, region, language, children }: OpenProps) {
  const { viewer } = useVisit();
  const box = useForumBox(opened, account, region, openGraphqlDoor);
  const [space, setSpace] = useState<StorageSpace | null>(null);
  useEffect(() => {
    void claimStorage(navigator.storage).then(setSpace);
  }, []);
  useEffect(() => {
    // Whoever has signed in again, or is known again, can send.
    if (viewer !== null) box?.tryNow();
  }, [box, viewer]);
  if (box === null) return <output className="loading">{GATE_WORDS.loading[language]}</output>;
  return (
    <BoxProvider value={box}>
      <SyncChip language={language} />
      {!opened.lasting && (
        <p className="told" role="alert">
          {OUTBOX_WORDS.notLasting[language]}
        </p>
      )}
      {space?.tight && <p className="note">{OUTBOX_WORDS.tight[language]}</p>}
      <OthersWait language={language} />
      <UpdatePrompt language={language} />
      {children(language)}
    </BoxProvider>
  );
}
