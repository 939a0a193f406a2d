import type { ImportSummaryFragment } from '@pantau/schema';
import { formatCount } from '../../lib/text/format-number.js';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { IMPORTS_WORDS, KIND_WORDS, OUTCOME_WORDS, STATE_WORDS } from './imports-words.js';

interface ImportHistoryProps {
  readonly drafts: readonly ImportSummaryFragment[];
  readonly language: Language;
  readonly onLook: (id: string) => void;
}

/** Files that were sent, the latest first: when, how much, and what became of each. */
export function ImportHistory({ drafts, language, onLook }: ImportHistoryProps) {
  return (
    <ul className="rows import-history">
      {drafts.map((draft) => {
        const { id, kind, format, state, added, changed, refused, madeAt, byService } = draft;
        const at = formatInstant(Date.parse(madeAt), language);
        return (
          <li key={id}>
            <div>
              <p>
                <strong>{KIND_WORDS[kind].name[language]}</strong> · {format} · {at}
                {byService && ` · ${IMPORTS_WORDS.byService[language]}`}
              </p>
              <p className="hint">
                {formatCount(added, language)} {OUTCOME_WORDS.ADDED[language].toLowerCase()},{' '}
                {formatCount(changed, language)} {OUTCOME_WORDS.CHANGED[language].toLowerCase()},{' '}
                {formatCount(refused, language)} {OUTCOME_WORDS.REFUSED[language].toLowerCase()}
              </p>
            </div>
            <p className="import-history-end">
              <strong className="mark" data-mark={state}>
                {STATE_WORDS[state][language]}
              </strong>
              <button
                type="button"
                className="quiet-button"
                aria-label={`${IMPORTS_WORDS.look[language]}: ${KIND_WORDS[kind].name[language]}, ${at}`}
                onClick={() => onLook(id)}
              >
                {IMPORTS_WORDS.look[language]}
              </button>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
