import type { AuditOutcome } from '@pantau/schema';
import { useId, useState, type FormEvent } from 'react';
import type { Language } from '../../lib/text/language.js';
import { ACTION_WORDS } from './action-words.js';
import type { AuditFilter } from './audit-filter.js';
import { AUDIT_WORDS, OUTCOME_WORDS } from './audit-words.js';

interface AuditFilterFormProps {
  readonly filter: AuditFilter;
  readonly language: Language;
  readonly onFilter: (filter: AuditFilter) => void;
}

/** Which entries are looked for. */
export function AuditFilterForm({ filter, language, onFilter }: AuditFilterFormProps) {
  const id = useId();
  const [action, setAction] = useState(filter.action ?? '');
  const [outcome, setOutcome] = useState<AuditOutcome | ''>(filter.outcome ?? '');
  const filtered = filter.actor !== null || filter.action !== null || filter.outcome !== null;

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    onFilter({ actor: filter.actor, action: action.trim() || null, outcome: outcome || null });
  }

  return (
    <form className="panel audit-filter" aria-label={AUDIT_WORDS.filter[language]} onSubmit={submit}>
      <div className="pair">
        <div className="entry">
          <label htmlFor={`${id}action`}>{AUDIT_WORDS.action[language]}</label>
          <input
            id={`${id}action`}
            type="text"
            value={action}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby={`${id}hint`}
            list={`${id}actions`}
            onChange={(typed) => setAction(typed.target.value)}
          />
          <datalist id={`${id}actions`}>
            {Object.entries(ACTION_WORDS).map(([name, words]) => (
              <option key={name} value={name}>
                {words[language]}
              </option>
            ))}
          </datalist>
          <p id={`${id}hint`} className="hint">
            {AUDIT_WORDS.actionHint[language]}
          </p>
        </div>
        <div className="entry">
          <label htmlFor={`${id}outcome`}>{AUDIT_WORDS.outcome[language]}</label>
          <select
            id={`${id}outcome`}
            value={outcome}
            onChange={(chosen) => setOutcome(chosen.target.value as AuditOutcome | '')}
          >
            <option value="">{AUDIT_WORDS.all[language]}</option>
            {(Object.keys(OUTCOME_WORDS) as AuditOutcome[]).map((one) => (
              <option key={one} value={one}>
                {OUTCOME_WORDS[one][language]}
              </option>
            ))}
          </select>
        </div>
      </div>
      {filter.actor !== null && <p className="note">{AUDIT_WORDS.filteredActor[language]}</p>}
      <p className="acts">
        <button type="submit" className="button">
          {AUDIT_WORDS.apply[language]}
        </button>
        {filtered && (
          <button
            type="button"
            className="quiet-button"
            onClick={() => onFilter({ actor: null, action: null, outcome: null })}
          >
            {AUDIT_WORDS.clear[language]}
          </button>
        )}
      </p>
    </form>
  );
}
