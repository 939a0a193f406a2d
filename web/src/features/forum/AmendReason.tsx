import type { Language } from '../../lib/text/language.js';
import type { Session } from './forum-session.js';
import { CONSOLE_WORDS } from './forum-words.js';

interface AmendReasonProps {
  readonly session: Session;
  readonly value: string;
  readonly told: boolean;
  readonly language: Language;
  readonly onChange: (reason: string) => void;
}

/** Why signed minutes are changed; nothing where they are not signed. */
export function AmendReason({ session, value, told, language, onChange }: AmendReasonProps) {
  if (session.phase !== 'SIGNED') return null;
  return (
    <div className="entry">
      <label>
        {CONSOLE_WORDS.reason[language]}
        <input
          value={value}
          maxLength={500}
          aria-invalid={told}
          onChange={(typed) => onChange(typed.target.value)}
        />
      </label>
      <p className={told ? 'told' : 'hint'}>{CONSOLE_WORDS.reasonHint[language]}</p>
    </div>
  );
}
