import type { Language } from '../../lib/text/language.js';
import type { Named, Session, Snapshot } from './forum-session.js';
import { CONSOLE_WORDS } from './forum-words.js';
import type { OutcomeDraft } from './outcome-draft.js';
import { runningItem } from './running-item.js';

interface LinkChoiceProps {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly value: OutcomeDraft;
  readonly language: Language;
  readonly onChange: (part: Partial<OutcomeDraft>) => void;
}

/** What an outcome may belong to besides; out of the way of whoever is in a hurry. */
export function LinkChoice({ session, snapshot, value, language, onChange }: LinkChoiceProps) {
  const running = runningItem(session.agenda)?.id ?? '';
  const items = session.agenda.map(({ id, title }) => ({ id, name: title }));
  return (
    <details className="links">
      <summary>{CONSOLE_WORDS.link[language]}</summary>
      <Choice
        label={CONSOLE_WORDS.item[language]}
        none={CONSOLE_WORDS.noItem[language]}
        of={items}
        value={value.item ?? running}
        onChange={(item) => onChange({ item })}
      />
      {snapshot.complaints.length > 0 && (
        <Choice
          label={CONSOLE_WORDS.complaint[language]}
          none={CONSOLE_WORDS.noLink[language]}
          of={snapshot.complaints}
          value={value.complaint}
          onChange={(complaint) => onChange({ complaint })}
        />
      )}
      {snapshot.indicators.length > 0 && (
        <Choice
          label={CONSOLE_WORDS.indicator[language]}
          none={CONSOLE_WORDS.noLink[language]}
          of={snapshot.indicators}
          value={value.indicator}
          onChange={(indicator) => onChange({ indicator })}
        />
      )}
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly none: string;
  readonly of: readonly Named[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of a list, or none. */
export function Choice({ label, none, of, value, onChange }: ChoiceProps) {
  return (
    <div className="entry">
      <label>
        {label}
        <select value={value} onChange={(chosen) => onChange(chosen.target.value)}>
          <option value="">{none}</option>
          {of.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
