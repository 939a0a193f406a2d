import { useEffect, useRef, useState } from 'react';
import type { Language, Text } from '../../lib/text/language.js';
import { CONFIRM_WORDS } from './confirm-words.js';

interface ConfirmButtonProps {
  /** What is done. */
  readonly words: Text;
  /** To whom or what, for those who do not see where the button stands. */
  readonly about?: string;
  readonly busy?: boolean;
  readonly language: Language;
  readonly onConfirmed: () => void;
}

/** Something that is not done by one touch alone: it is asked once more in the same place. */
export function ConfirmButton({ words, about, busy = false, language, onConfirmed }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) yes.current?.focus();
  }, [asking]);
  const label = about === undefined ? undefined : `${words[language]}: ${about}`;
  if (!asking) {
    return (
      <button
        type="button"
        className="quiet-button"
        aria-label={label}
        disabled={busy}
        onClick={() => setAsking(true)}
      >
        {words[language]}
      </button>
    );
  }
  return (
    <span className="sure" role="group" aria-label={label}>
      <button
        ref={yes}
        type="button"
        className="button"
        disabled={busy}
        onClick={() => {
          setAsking(false);
          onConfirmed();
        }}
      >
        {CONFIRM_WORDS.yes[language]}, {words[language].toLowerCase()}
      </button>
      <button type="button" className="quiet-button" disabled={busy} onClick={() => setAsking(false)}>
        {CONFIRM_WORDS.no[language]}
      </button>
    </span>
  );
}
