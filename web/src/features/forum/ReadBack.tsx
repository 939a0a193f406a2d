import type { Language } from '../../lib/text/language.js';
import { attended, GROUPS, OUTCOME_KINDS, type Session } from './forum-session.js';
import { CLOSING_WORDS, GROUP_WORDS, OUTCOME_WORDS } from './forum-words.js';
import { OutcomeFacts } from './OutcomeFacts.js';

/** Promises and decisions are what people came for. */
const ORDER = [
  'COMMITMENT',
  'DECISION',
  ...OUTCOME_KINDS.filter((kind) => kind !== 'COMMITMENT' && kind !== 'DECISION'),
] as const;

interface ReadBackProps {
  readonly session: Session;
  readonly language: Language;
}

/** What will be signed, large enough to be read out of the hand. What was withdrawn is not in it. */
export function ReadBack({ session, language }: ReadBackProps) {
  const { attendance, outcomes } = session;
  const standing = outcomes.filter(({ withdrawn }) => !withdrawn);
  const groups = GROUPS.filter((group) => (attendance[group] ?? 0) > 0);
  return (
    <div className="read-back">
      <h2>{CLOSING_WORDS.readBack[language]}</h2>
      <p className="lead">{CLOSING_WORDS.readBackLead[language]}</p>
      <p className="read-attended">
        {CLOSING_WORDS.attendedBy[language]}: <strong>{attended(attendance)}</strong>
        {groups.length > 0 &&
          ` (${groups.map((group) => `${GROUP_WORDS[group][language].toLowerCase()} ${attendance[group]}`).join(', ')})`}
      </p>
      {standing.length === 0 && <p className="none">{CLOSING_WORDS.nothing[language]}</p>}
      {ORDER.map((kind) => {
        const of = standing.filter((outcome) => outcome.kind === kind);
        return (
          of.length > 0 && (
            <section key={kind} data-kind={kind}>
              <h3>{OUTCOME_WORDS[kind].name[language]}</h3>
              <ol>
                {of.map((outcome) => (
                  <li key={outcome.id}>
                    <p>{outcome.text}</p>
                    <OutcomeFacts outcome={outcome} session={session} language={language} />
                  </li>
                ))}
              </ol>
            </section>
          )
        );
      })}
    </div>
  );
}
