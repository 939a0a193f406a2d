import type { Language } from '../../../lib/text/language.js';
import { OUTCOME_WORDS } from '../forum-words.js';
import { sizeOf, type Agreed } from './screen-view.js';
import { dayInWords, SCREEN_WORDS } from './screen-words.js';

/** How many stand beside the newest one; those that do not fit are left out whole. */
const BESIDE = 5;

interface AgreedNowProps {
  /** Newest first. */
  readonly agreed: readonly Agreed[];
  /** The day of the session. */
  readonly on: string;
  readonly language: Language;
}

/** The newest of what was agreed as large as there is room, those before it smaller. */
export function AgreedNow({ agreed: [newest, ...before], on, language }: AgreedNowProps) {
  if (newest === undefined) return null;
  const { outcome } = newest;
  return (
    <div className="hall-agreed" data-alone={before.length === 0}>
      <article key={outcome.id} className="hall-newest" data-tone={outcome.kind} aria-live="polite">
        <p className="hall-kind">{OUTCOME_WORDS[outcome.kind].name[language]}</p>
        <p className="hall-text" data-size={sizeOf(outcome.text)}>
          {outcome.text}
        </p>
        <Facts agreed={newest} on={on} language={language} />
      </article>
      {before.length > 0 && (
        <section className="hall-before" aria-labelledby="before">
          <h2 id="before">{SCREEN_WORDS.before[language]}</h2>
          <ol>
            {before.slice(0, BESIDE).map((one) => (
              <li key={one.outcome.id} data-tone={one.outcome.kind}>
                <p className="hall-kind">{OUTCOME_WORDS[one.outcome.kind].name[language]}</p>
                <p className="hall-text">{one.outcome.text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Facts({
  agreed: { outcome, promise },
  on,
  language,
}: {
  readonly agreed: Agreed;
  readonly on: string;
  readonly language: Language;
}) {
  const owner = promise && [promise.ownerUnitName, promise.ownerRole].filter(Boolean).join(', ');
  return (
    <>
      {promise !== null && (
        <p className="hall-facts">
          <span>{owner}</span>
          <strong>
            {SCREEN_WORDS.due[language]} {dayInWords(promise.dueOn, on, language)}
          </strong>
        </p>
      )}
      {outcome.disputed && <p className="hall-facts hall-quiet">{SCREEN_WORDS.disputed[language]}</p>}
      {outcome.amended && <p className="hall-facts hall-quiet">{SCREEN_WORDS.amended[language]}</p>}
    </>
  );
}
