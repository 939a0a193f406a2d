import type { PublicForumSessionsQuery } from '@pantau/schema';
import { formatCount } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import { SessionPictures } from './SessionPictures.js';
import { FORUM_WORDS, KIND_WORDS, PROMISES_WORDS } from './promises-words.js';

/** A session as everybody may know it. */
export type PublicSession = PublicForumSessionsQuery['publicForumSessions']['edges'][number]['node'];

interface HeldSessionProps {
  readonly session: PublicSession;
  readonly language: Language;
}

/** One session: where and when, and what came of it as soon as its minutes are shared. */
export function HeldSession({ session, language }: HeldSessionProps) {
  const { title, kind, unitName, heldOn, startsAt, place, phase, attended } = session;
  const kindName = FORUM_WORDS[kind][language];
  return (
    <article className="card">
      <header className="card-head">
        <h3>{title}</h3>
        {phase === 'PLANNED' && <strong className="mark">{PROMISES_WORDS.planned[language]}</strong>}
        {phase === 'OPEN' && <strong className="mark">{PROMISES_WORDS.goingOn[language]}</strong>}
      </header>
      <p>
        <time dateTime={heldOn}>{formatDay(heldOn, language)}</time>, {startsAt.replace(':', '.')} WIB ·{' '}
        {place}
      </p>
      <p className="hint">
        {[
          kindName,
          unitName,
          attended > 0 && `${formatCount(attended, language)} ${PROMISES_WORDS.came[language]}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <SessionPictures session={session} language={language} />
      <SessionOutcomes session={session} language={language} />
    </article>
  );
}

function SessionOutcomes({ session: { phase, outcomes }, language }: HeldSessionProps) {
  if (phase === 'PLANNED') return null;
  if (phase === 'OPEN' || phase === 'CLOSED') {
    return <p className="hint">{PROMISES_WORDS.notShared[language]}</p>;
  }
  if (outcomes.length === 0) return <p className="hint">{PROMISES_WORDS.nothingAgreed[language]}</p>;
  return (
    <details className="agreed">
      <summary>
        {PROMISES_WORDS.agreed[language]} ({outcomes.length})
      </summary>
      <ul>
        {outcomes.map(({ id, kind, text, amended }) => (
          <li key={id}>
            <span className="agreed-kind">{KIND_WORDS[kind][language]}</span>
            <p className="prose">{text}</p>
            {amended && <p className="hint">{PROMISES_WORDS.amended[language]}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
