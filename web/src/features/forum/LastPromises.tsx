import { useState, type FormEvent } from 'react';
import type { Language } from '../../lib/text/language.js';
import { useBox } from './box-context.js';
import type { LastPromise, PromiseState, Session } from './forum-session.js';
import { CONSOLE_WORDS, PROMISE_WORDS } from './forum-words.js';
import { PromiseFacts } from './PromiseFacts.js';
import { readableText } from './readable-text.js';

const ANSWERS = ['DONE', 'STARTED', 'PROMISED', 'CANNOT'] as const satisfies readonly PromiseState[];
const SHORTEST_REASON = 10;
const LONGEST_NOTE = 500;

interface LastPromisesProps {
  readonly session: Session;
  readonly language: Language;
}

/** The first point of every session: what became of the promises of the last one. */
export function LastPromises({ session: { id, lastPromises }, language }: LastPromisesProps) {
  return (
    <section className="part last-promises" aria-labelledby="last-promises">
      <h2 id="last-promises">{CONSOLE_WORDS.lastPromisesLong[language]}</h2>
      {lastPromises.length === 0 ? (
        <p className="none">{CONSOLE_WORDS.noPromises[language]}</p>
      ) : (
        <p className="hint">{CONSOLE_WORDS.promisesLead[language]}</p>
      )}
      <ul className="promises">
        {lastPromises.map((promise) => (
          <li key={promise.id}>
            <OnePromise session={id} promise={promise} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OnePromiseProps {
  readonly session: string;
  readonly promise: LastPromise;
  readonly language: Language;
}

function OnePromise({ session, promise, language }: OnePromiseProps) {
  const box = useBox();
  const [answer, setAnswer] = useState<PromiseState | null>(null);
  const [note, setNote] = useState('');
  const [told, setTold] = useState(false);
  const { id, text, state, late } = promise;
  const settled = state === 'DONE' || state === 'CANNOT';

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    if (answer === null || answer === 'PROMISED') return;
    const clean = readableText(note).trim();
    if (answer === 'CANNOT' && [...clean].length < SHORTEST_REASON) return setTold(true);
    setAnswer(null);
    setNote('');
    setTold(false);
    void box.write(session, { report: { commitment: id, state: answer, note: clean } });
  }

  return (
    <article className="promise" data-late={late && !settled}>
      <PromiseFacts promise={promise} language={language} />
      {!settled && (
        <form onSubmit={submit}>
          <div className="chips" role="group" aria-label={text}>
            {ANSWERS.map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={answer === one}
                onClick={() => {
                  setAnswer(one);
                  setTold(false);
                }}
              >
                {PROMISE_WORDS[one][language]}
              </button>
            ))}
          </div>
          {answer === 'PROMISED' && <p className="hint">{CONSOLE_WORDS.stillOpen[language]}</p>}
          {answer !== null && answer !== 'PROMISED' && (
            <div className="entry">
              <label>
                {(answer === 'CANNOT' ? CONSOLE_WORDS.noteWhy : CONSOLE_WORDS.note)[language]}
                <input
                  value={note}
                  maxLength={LONGEST_NOTE}
                  aria-invalid={told}
                  onChange={(typed) => setNote(typed.target.value)}
                />
              </label>
              {told && (
                <p className="told" role="alert">
                  {CONSOLE_WORDS.noteShort[language]}
                </p>
              )}
              <p className="acts">
                <button type="submit" className="button">
                  {CONSOLE_WORDS.record[language]}
                </button>
                <button type="button" className="quiet-button" onClick={() => setAnswer(null)}>
                  {CONSOLE_WORDS.cancel[language]}
                </button>
              </p>
            </div>
          )}
        </form>
      )}
    </article>
  );
}
