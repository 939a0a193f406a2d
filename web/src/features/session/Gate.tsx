import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { useEnrolling } from '../../lib/viewer/use-enrolling.js';
import { personOf, type Viewer } from '../../lib/viewer/viewer.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { GATE_WORDS } from './session-words.js';
import { NotOpen } from './NotOpen.js';
import { SessionTrouble } from './SessionTrouble.js';
import { SignInForm } from './SignInForm.js';

const SecondFactorDue = lazy(() => import('../account/SecondFactorDue.js'));

interface Open {
  readonly viewer: Viewer;
  readonly region: string;
  readonly client: Client;
}

interface GateProps {
  readonly opensTo: (viewer: Viewer) => boolean;
  readonly walls: boolean;
  readonly language: Language;
  readonly children: (open: Open) => ReactNode;
}

/**
 * Shows a page to whom it is open. Where a session ends while somebody is at work the page is only put away until they
 * have signed in again, with what they wrote; somebody else is given a page of their own.
 */
export function Gate({ opensTo, walls, language, children }: GateProps) {
  const { viewer, trouble, client, again } = useVisit();
  const person = viewer && personOf(viewer);
  const screen = viewer?.kind === 'DEVICE' && walls && viewer.region !== null ? viewer : null;
  const [shown, setShown] = useState<Open | null>(null);
  const [enrolling, finish] = useEnrolling(viewer);

  const who = screen ?? person;
  const open = who !== null && !who.secondFactorDue && !enrolling && opensTo(who);
  if (open && (shown?.viewer !== who || shown.client !== client)) {
    setShown({ viewer: who, region: who.region!, client });
  }
  if (who !== null && !open && shown !== null) setShown(null);

  if (viewer === null) {
    if (trouble === null) return <output className="loading">{GATE_WORDS.loading[language]}</output>;
    const said = trouble.kind === 'REFUSED' ? trouble : undefined;
    return <SessionTrouble level={1} kind={trouble.kind} language={language} said={said} onRetry={again} />;
  }
  if (person !== null && enrolling) {
    return (
      <Suspense>
        <SecondFactorDue
          client={client}
          language={language}
          onDone={() => {
            finish();
            again();
          }}
        />
      </Suspense>
    );
  }
  if (who?.secondFactorDue) return <output className="loading">{GATE_WORDS.loading[language]}</output>;
  if (who !== null && !open) return <NotOpen viewer={viewer} language={language} />;
  return (
    <>
      {who === null && (
        <SignInForm
          note={whySignIn(viewer, shown !== null, language)}
          language={language}
          onSignedIn={() => {
            // The form goes, and with it the place where the keyboard was.
            document.getElementById('content')?.focus({ preventScroll: true });
            again();
          }}
        />
      )}
      {shown && (
        <div key={shown.viewer.account?.id ?? shown.viewer.kind} hidden={who === null}>
          {children(shown)}
        </div>
      )}
    </>
  );
}

function whySignIn({ kind }: Viewer, wasOpen: boolean, language: Language): string | null {
  if (wasOpen) return GATE_WORDS.ended[language];
  return kind === 'DEVICE' ? GATE_WORDS.screen[language] : null;
}
