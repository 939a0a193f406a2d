import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import { Refused } from '../policies/Refused.js';
import type { Told } from '../policies/use-command.js';
import { UNITS_WORDS } from './units-words.js';

interface UnitsChoiceProps {
  readonly legend: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Ids of those that are chosen; null: the whole region. */
  readonly value: readonly string[] | null;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (value: readonly string[] | null) => void;
}

/** The whole region, or some of its units. */
export function UnitsChoice({ legend, units, value, told, language, onChange }: UnitsChoiceProps) {
  const id = useId();
  return (
    <fieldset className="entry">
      <legend>{legend}</legend>
      <label className="choice">
        <input type="radio" name={id} checked={value === null} onChange={() => onChange(null)} />
        <span>{UNITS_WORDS.all[language]}</span>
      </label>
      <label className="choice">
        <input type="radio" name={id} checked={value !== null} onChange={() => onChange(value ?? [])} />
        <span>{UNITS_WORDS.some[language]}</span>
      </label>
      {value !== null && (
        <div className="many" role="group" aria-label={UNITS_WORDS.which[language]}>
          {units.map((unit) => (
            <label key={unit.id} className="choice">
              <input
                type="checkbox"
                checked={value.includes(unit.id)}
                onChange={() =>
                  onChange(
                    value.includes(unit.id) ? value.filter((one) => one !== unit.id) : [...value, unit.id],
                  )
                }
              />
              <span>{unit.name}</span>
            </label>
          ))}
        </div>
      )}
      <Refused told={told} at={['unitIds']} language={language} />
    </fieldset>
  );
}
