import { useRef, useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { QrCode } from '../../lib/QrCode.js';
import { CONSOLE_WORDS } from './forum-words.js';
import { spacedCode } from './tracking-code.js';

interface AskerCodeProps {
  readonly code: string;
  readonly language: Language;
}

/** The code by which an asker follows what becomes of it, large, when somebody wants to see it. */
export function AskerCode({ code, language }: AskerCodeProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        onClick={() => {
          setShown(true);
          dialog.current?.showModal();
        }}
      >
        {CONSOLE_WORDS.code[language]}
      </button>
      <dialog
        ref={dialog}
        className="asker-code"
        aria-label={CONSOLE_WORDS.code[language]}
        onClose={() => setShown(false)}
      >
        {shown && (
          <>
            <h2>{CONSOLE_WORDS.code[language]}</h2>
            <code>{spacedCode(code)}</code>
            <QrCode text={`${window.location.origin}/janji#${code}`} label={CONSOLE_WORDS.codeQr[language]} />
            <p>{CONSOLE_WORDS.codeLead[language]}</p>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {CONSOLE_WORDS.close[language]}
            </button>
          </>
        )}
      </dialog>
    </>
  );
}
