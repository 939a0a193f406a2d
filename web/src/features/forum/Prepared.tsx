import { searchInLanguage, type Language } from '../../lib/text/language.js';
import type { Session } from './forum-session.js';
import { CONSOLE_WORDS, PREPARED_WORDS } from './forum-words.js';
import { PLAN_WORDS } from './plan/plan-words.js';
import { PromiseFacts } from './PromiseFacts.js';
import { useOnline } from './use-online.js';

interface PreparedProps {
  readonly session: Session;
  readonly language: Language;
}

/** What will be on the table, before the meeting has begun: to look at, with the way to plan it otherwise. */
export function Prepared({
  session: { id, agenda, quorum, concernedUnits, lastPromises },
  language,
}: PreparedProps) {
  const online = useOnline();
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <div className="prepared">
      <section className="part" aria-labelledby="prepared-agenda">
        <h2 id="prepared-agenda">{CONSOLE_WORDS.agenda[language]}</h2>
        <ol className="items">
          {agenda.map((item) => (
            <li key={item.id} className="item">
              <h3>{item.title}</h3>
              <span className="quiet">
                {item.minutes} {CONSOLE_WORDS.minutes[language]}
              </span>
            </li>
          ))}
        </ol>
        <p className="quiet">
          {PREPARED_WORDS.inAll[language]} {minutes} {CONSOLE_WORDS.minutes[language]}
          {quorum > 0 && ` · ${CONSOLE_WORDS.quorumOf[language]} ${quorum}`}
        </p>
        {concernedUnits.length > 0 && (
          <p className="quiet">
            {PREPARED_WORDS.invited[language]}: {concernedUnits.map(({ name }) => name).join(', ')}
          </p>
        )}
        <p className="acts">
          <a className="quiet-button" href={`/forum/plan/${id}${searchInLanguage('', language)}`}>
            {PREPARED_WORDS.change[language]}
          </a>
          {!online && <span className="hint">{PLAN_WORDS.needsNetwork[language]}</span>}
        </p>
      </section>
      <section className="part" aria-labelledby="prepared-promises">
        <h2 id="prepared-promises">{CONSOLE_WORDS.lastPromisesLong[language]}</h2>
        {lastPromises.length === 0 && <p className="none">{CONSOLE_WORDS.noPromises[language]}</p>}
        <ul className="promises">
          {lastPromises.map((promise) => (
            <li key={promise.id} className="promise">
              <PromiseFacts promise={promise} untouchedToo language={language} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
