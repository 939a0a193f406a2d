import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import { Refused } from '../policies/Refused.js';
import type { Told } from '../policies/use-command.js';
import { ACCOUNTS_WORDS } from './accounts-words.js';

/** A unit to choose. */
export interface UnitToChoose {
  readonly id: string;
  readonly name: string;
}

interface UnitChoiceProps {
  readonly label: string;
  readonly units: readonly UnitToChoose[];
  /** Its id; empty: what `none` says. */
  readonly value: string;
  /** What no unit means; left out: the whole region. */
  readonly none?: string;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (unit: string) => void;
}

/** One unit with all below it, or the whole region. */
export function UnitChoice({ label, units, value, none, told, language, onChange }: UnitChoiceProps) {
  const id = useId();
  const refused = told?.field === 'unitId';
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={refused}
        aria-describedby={refused ? `${id}told` : undefined}
        onChange={(chosen) => onChange(chosen.target.value)}
      >
        <option value="">{none ?? ACCOUNTS_WORDS.wholeRegion[language]}</option>
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </select>
      <Refused told={told} at={['unitId']} id={`${id}told`} language={language} />
    </div>
  );
}
