import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import { Refused } from '../policies/Refused.js';
import type { Told } from '../policies/use-command.js';

interface SelectProps {
  /** The input field of the contract. */
  readonly field: string;
  readonly label: string;
  /** What stands there before anything is chosen; left out: one is always chosen. */
  readonly none?: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly value: string;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (value: string) => void;
}

/** One of several, which has to be chosen. */
export function Select({ field, label, none, options, value, told, language, onChange }: SelectProps) {
  const id = useId();
  const refused = told?.field === field;
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        required
        aria-invalid={refused}
        aria-describedby={refused ? `${id}told` : undefined}
        onChange={(chosen) => onChange(chosen.target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <Refused told={told} at={[field]} id={`${id}told`} language={language} />
    </div>
  );
}
