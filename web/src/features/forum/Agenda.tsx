import { useNow } from '../../lib/live/use-now.js';
import type { Language } from '../../lib/text/language.js';
import { useBox } from './box-context.js';
import type { Item, Session } from './forum-session.js';
import { CONSOLE_WORDS } from './forum-words.js';
import { formatLength, runningItem } from './running-item.js';

const MINUTE = 60_000;

interface AgendaProps {
  readonly session: Session;
  readonly language: Language;
}

/** What is talked about and for how long; one point begins where the one before ends. */
export function Agenda({ session: { id, agenda }, language }: AgendaProps) {
  const box = useBox();
  const running = runningItem(agenda);
  async function start(item: Item): Promise<void> {
    if (running !== null) await box.write(id, { endItem: running.id });
    await box.write(id, { startItem: item.id });
  }
  return (
    <section className="part agenda" aria-labelledby="agenda">
      <h2 id="agenda">{CONSOLE_WORDS.agenda[language]}</h2>
      <ol className="items">
        {agenda.map((item) => (
          <li key={item.id} className="item" data-running={item === running}>
            <div>
              <h3>{item.title}</h3>
              <p className="quiet">
                {item === running ? (
                  <Timer item={item} language={language} />
                ) : (
                  <>
                    {item.minutes} {CONSOLE_WORDS.minutes[language]}
                    {item.startedAt !== null && item.endedAt !== null && (
                      <>
                        {' · '}
                        {CONSOLE_WORDS.took[language]}{' '}
                        {formatLength(Date.parse(item.endedAt) - Date.parse(item.startedAt))}
                      </>
                    )}
                  </>
                )}
              </p>
            </div>
            {item === running ? (
              <button
                type="button"
                className="quiet-button"
                aria-label={`${CONSOLE_WORDS.endItem[language]}: ${item.title}`}
                onClick={() => void box.write(id, { endItem: item.id })}
              >
                {CONSOLE_WORDS.endItem[language]}
              </button>
            ) : (
              item.startedAt === null && (
                <button
                  type="button"
                  className="button"
                  aria-label={`${CONSOLE_WORDS.startItem[language]}: ${item.title}`}
                  onClick={() => void start(item)}
                >
                  {CONSOLE_WORDS.startItem[language]}
                </button>
              )
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Timer({ item, language }: { readonly item: Item; readonly language: Language }) {
  const box = useBox();
  useNow(1_000);
  const left = item.minutes * MINUTE - (box.now() - Date.parse(item.startedAt!));
  return (
    <span className="timer" data-over={left < 0}>
      {formatLength(Math.abs(left))} {(left < 0 ? CONSOLE_WORDS.over : CONSOLE_WORDS.left)[language]}
      {' · '}
      {item.minutes} {CONSOLE_WORDS.minutes[language]}
    </span>
  );
}
