import { ForumHallDocument } from '@pantau/schema';
import { useEffect, useState, type ReactNode } from 'react';
import { useAnswer } from '../../../lib/graphql/use-answer.js';
import type { Language, Text } from '../../../lib/text/language.js';
import { useVisit } from '../../../lib/viewer/visit.js';
import { PublicPage } from '../../session/Page.js';
import { AttendHall } from './AttendHall.js';
import { hasAttended } from './attended-here.js';
import { hallInHash, type HallAddress } from './hall-address.js';
import { HALL_WORDS } from './hall-words.js';
import './hall.css';

/** How often it is looked whether the session has begun, ms. */
const ASK_EVERY = 15_000;

/** `/hadir#…`: whoever is in the hall of a forum and has scanned its QR code says so, without a name. */
export default function HallPage() {
  return (
    <PublicPage title={HALL_WORDS.title}>
      {(language) => (
        <div className="hall-page">
          <Scanned language={language} />
        </div>
      )}
    </PublicPage>
  );
}

function Scanned({ language }: { readonly language: Language }) {
  const [hall, setHall] = useState(() => hallInHash(window.location.hash));
  useEffect(() => {
    // Another code that is scanned in the same place changes nothing else in the address.
    const onHash = () => setHall((before) => hallInHash(window.location.hash) ?? before);
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  if (hall === null) {
    return <Told title={HALL_WORDS.scan} lead={HALL_WORDS.scanLead} language={language} />;
  }
  return <InHall key={hall.session} hall={hall} language={language} />;
}

function InHall({ hall, language }: { readonly hall: HallAddress; readonly language: Language }) {
  const { client } = useVisit();
  const [attended, setAttended] = useState(() => hasAttended(hall.session));
  const { answer, again } = useAnswer(client, ForumHallDocument, { ...hall });
  const known = answer?.kind === 'GIVEN' ? answer.data.forumHall : null;
  const waits = known?.state === 'NOT_BEGUN';
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(again, ASK_EVERY);
    return () => clearInterval(timer);
  }, [waits, again]);

  if (answer === null) return <h1>{HALL_WORDS.title[language]}</h1>;
  if (answer.kind !== 'GIVEN') {
    return (
      <Told title={HALL_WORDS.title} lead={HALL_WORDS.unreachable} language={language}>
        <button type="button" className="button" onClick={again}>
          {HALL_WORDS.retry[language]}
        </button>
      </Told>
    );
  }
  if (known === null) {
    return (
      <Told title={HALL_WORDS.scan} lead={HALL_WORDS.unknown} language={language}>
        <p>{HALL_WORDS.scanLead[language]}</p>
      </Told>
    );
  }
  return (
    <>
      <p className="in-hall">
        <strong>{known.title}</strong>
        <span>
          {known.place} · {known.unitName}
        </span>
      </p>
      {attended && (
        <Told title={HALL_WORDS.thanks} lead={HALL_WORDS.thanksLead} done language={language}>
          <p>{HALL_WORDS.shared[language]}</p>
        </Told>
      )}
      {!attended && known.state === 'RUNNING' && (
        <AttendHall hall={hall} language={language} onDone={() => setAttended(true)} />
      )}
      {!attended && waits && (
        <Told title={HALL_WORDS.notBegun} lead={HALL_WORDS.notBegunLead} language={language} />
      )}
      {!attended && known.state === 'OVER' && (
        <Told title={HALL_WORDS.over} lead={HALL_WORDS.overLead} language={language} />
      )}
    </>
  );
}

interface ToldProps {
  readonly title: Text;
  readonly lead: Text;
  /** Whether that is good news. */
  readonly done?: boolean;
  readonly language: Language;
  readonly children?: ReactNode;
}

function Told({ title, lead, done = false, language, children }: ToldProps) {
  return (
    <section className="panel hall-told" role="status" data-done={done}>
      <h1>
        {done && <span aria-hidden="true">✓ </span>}
        {title[language]}
      </h1>
      <p>{lead[language]}</p>
      {children}
    </section>
  );
}
