import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import type { Named } from './forum-session.js';
import { CONSOLE_WORDS } from './forum-words.js';

interface UnitChipsProps {
  readonly legend: string;
  /** Those that are to be there: one tap. */
  readonly near: readonly Named[];
  /** All of them. */
  readonly units: readonly Named[];
  /** '' none. */
  readonly value: string;
  readonly told?: string | null;
  readonly language: Language;
  readonly onChange: (unit: string) => void;
}

/** A unit by one tap, or any other one by a list. */
export function UnitChips({ legend, near, units, value, told = null, language, onChange }: UnitChipsProps) {
  const id = useId();
  const others = units.filter((unit) => !near.some((one) => one.id === unit.id));
  const isOther = value !== '' && !near.some((one) => one.id === value);
  return (
    <fieldset className="chips" aria-describedby={told === null ? undefined : `${id}told`}>
      <legend>{legend}</legend>
      {near.map((unit) => (
        <button
          key={unit.id}
          type="button"
          className="chip"
          aria-pressed={value === unit.id}
          onClick={() => onChange(value === unit.id ? '' : unit.id)}
        >
          {unit.name}
        </button>
      ))}
      {others.length > 0 && (
        <select
          className="chip"
          aria-label={`${legend}: ${CONSOLE_WORDS.otherUnit[language]}`}
          data-chosen={isOther}
          value={isOther ? value : ''}
          onChange={(chosen) => onChange(chosen.target.value)}
        >
          <option value="">{CONSOLE_WORDS.otherUnit[language]}</option>
          {others.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </select>
      )}
      {told !== null && (
        <p className="told" role="alert" id={`${id}told`}>
          {told}
        </p>
      )}
    </fieldset>
  );
}
