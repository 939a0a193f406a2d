import { useId, type HTMLInputAutoCompleteAttribute } from 'react';
import type { Language } from '../../lib/text/language.js';
import { Refused } from '../policies/Refused.js';
import type { Told } from '../policies/use-command.js';

interface TextFieldProps {
  /** The input field of the contract; also the name by which browsers remember what was typed. */
  readonly field: string;
  /** Other names under which a refusal may speak of it. */
  readonly alias?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly told: Told | null;
  readonly language: Language;
  readonly type?: 'text' | 'number' | 'date' | 'time';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly required?: boolean;
  readonly className?: string;
  readonly onChange: (value: string) => void;
}

/** One line to write, with what helps above and below it, and why it was refused. */
export function TextField(props: TextFieldProps) {
  const { field, alias, label, hint, value, told, language, type = 'text', onChange } = props;
  const { autoComplete = 'off', inputMode = 'text', required = true, className } = props;
  const id = useId();
  const names = alias === undefined ? [field] : [field, alias];
  const refused = told?.field != null && names.includes(told.field);
  const described = [hint && `${id}hint`, refused && `${id}told`].filter(Boolean).join(' ');
  return (
    <div className={['entry', className].filter(Boolean).join(' ')}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={field}
        type={type}
        value={value}
        required={required}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        inputMode={inputMode}
        aria-describedby={described || undefined}
        aria-invalid={refused}
        onChange={(typed) => onChange(typed.target.value)}
      />
      {hint && (
        <p id={`${id}hint`} className="hint">
          {hint}
        </p>
      )}
      <Refused told={told} at={names} id={`${id}told`} language={language} />
    </div>
  );
}
