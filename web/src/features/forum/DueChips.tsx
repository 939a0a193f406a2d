import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import { addDays } from './days.js';
import { CONSOLE_WORDS } from './forum-words.js';
import { DUE_DAYS, type Due } from './outcome-draft.js';

const DAYS_WORDS = { 5: CONSOLE_WORDS.week, 10: CONSOLE_WORDS.twoWeeks, 20: CONSOLE_WORDS.month } as const;

interface DueChipsProps {
  readonly heldOn: string;
  readonly value: Due | null;
  readonly told: string | null;
  readonly language: Language;
  readonly onChange: (due: Due) => void;
}

/** When a promise is due, by one tap or by a day; the server counts working days by its calendar. */
export function DueChips({ heldOn, value, told, language, onChange }: DueChipsProps) {
  const id = useId();
  const on = value !== null && 'on' in value ? value.on : null;
  return (
    <fieldset className="chips" aria-describedby={told === null ? undefined : `${id}told`}>
      <legend>{CONSOLE_WORDS.dueWhen[language]}</legend>
      {DUE_DAYS.map((days) => (
        <button
          key={days}
          type="button"
          className="chip"
          aria-pressed={value !== null && 'days' in value && value.days === days}
          onClick={() => onChange({ days })}
        >
          {DAYS_WORDS[days][language]}
        </button>
      ))}
      <button
        type="button"
        className="chip"
        aria-pressed={on !== null}
        onClick={() => onChange({ on: on ?? '' })}
      >
        {CONSOLE_WORDS.onDay[language]}
      </button>
      {on !== null && (
        <input
          type="date"
          className="chip"
          aria-label={CONSOLE_WORDS.dueDay[language]}
          min={addDays(heldOn, 1)}
          value={on}
          onChange={(chosen) => onChange({ on: chosen.target.value })}
        />
      )}
      {told !== null && (
        <p className="told" role="alert" id={`${id}told`}>
          {told}
        </p>
      )}
    </fieldset>
  );
}
