import { useId, useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { Refused } from '../policies/Refused.js';
import type { Told } from '../policies/use-command.js';
import { PASSWORD_WORDS, SIGN_IN_WORDS } from './session-words.js';

interface PasswordFieldProps {
  /** The input field of the contract. */
  readonly field: string;
  readonly label: string;
  /** One that is being chosen: its rules are said beforehand. */
  readonly chosen?: boolean;
  readonly value: string;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (value: string) => void;
}

/** A password, which can be looked at while it is typed. */
export function PasswordField(props: PasswordFieldProps) {
  const { field, label, chosen = false, value, told, language, onChange } = props;
  const id = useId();
  const [seen, setSeen] = useState(false);
  const refused = told?.field === field;
  const described = [chosen && `${id}rules`, refused && `${id}told`].filter(Boolean).join(' ');
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <span className="password">
        <input
          id={id}
          name={field}
          type={seen ? 'text' : 'password'}
          value={value}
          required
          autoComplete={chosen ? 'new-password' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={described || undefined}
          aria-invalid={refused}
          onChange={(typed) => onChange(typed.target.value)}
        />
        <button
          type="button"
          className="eye"
          aria-pressed={seen}
          aria-label={(seen ? SIGN_IN_WORDS.hide : SIGN_IN_WORDS.show)[language]}
          onClick={() => setSeen(!seen)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z" />
            <circle cx="12" cy="12" r="3" />
            {seen && <path d="M4 20 20 4" />}
          </svg>
        </button>
      </span>
      {chosen && (
        <div id={`${id}rules`} className="rules hint">
          <p>{PASSWORD_WORDS.rules[language]}:</p>
          <ul>
            {[PASSWORD_WORDS.length, PASSWORD_WORDS.common, PASSWORD_WORDS.names, PASSWORD_WORDS.free].map(
              (rule) => (
                <li key={rule.en}>{rule[language]}</li>
              ),
            )}
          </ul>
        </div>
      )}
      <Refused told={told} at={[field]} id={`${id}told`} language={language} />
    </div>
  );
}
