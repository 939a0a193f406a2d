import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import type { PolicyField } from './policy-fields.js';
import { Refused } from './Refused.js';
import type { Told } from './use-command.js';

interface NumberFieldProps {
  readonly field: PolicyField;
  readonly value: string;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (value: string) => void;
}

/** One number of a policy, with what it means and why it was refused beside it. */
export function NumberField({ field, value, told, language, onChange }: NumberFieldProps) {
  const id = useId();
  const { path, kind, label, hint } = field;
  const refused = told?.field === path;
  const described = {
    id,
    value,
    'aria-describedby': `${id}hint${refused ? ` ${id}told` : ''}`,
    'aria-invalid': refused,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label[language]}</label>
      {typeof kind === 'string' ? (
        <input
          {...described}
          type="text"
          inputMode={kind === 'WHOLE' ? 'numeric' : 'decimal'}
          autoComplete="off"
          onChange={(typed) => onChange(typed.target.value)}
        />
      ) : (
        <select {...described} onChange={(chosen) => onChange(chosen.target.value)}>
          {Object.entries(kind).map(([choice, name]) => (
            <option key={choice} value={choice}>
              {name[language]}
            </option>
          ))}
        </select>
      )}
      <span id={`${id}hint`} className="hint">
        {hint[language]}
      </span>
      <Refused told={told} at={[path]} id={`${id}told`} language={language} />
    </div>
  );
}
