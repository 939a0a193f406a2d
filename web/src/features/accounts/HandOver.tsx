import { useEffect, useRef } from 'react';
import type { Language } from '../../lib/text/language.js';
import { ShownOnce } from '../session/ShownOnce.js';
import { ACCOUNTS_WORDS } from './accounts-words.js';

/** A code to be handed over; null where it was shown before. */
export interface Handed {
  readonly name: string;
  readonly code: string | null;
}

interface HandOverProps {
  readonly handed: Handed;
  readonly language: Language;
  readonly onClose: () => void;
}

/** The code by which somebody sets a password, shown this once. It stands in no address. */
export function HandOver({ handed: { name, code }, language, onClose }: HandOverProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="panel hand-over" aria-labelledby="hand-over">
      <h2 id="hand-over" ref={heading} tabIndex={-1}>
        {ACCOUNTS_WORDS.code[language]} {name}
      </h2>
      {code === null ? (
        <p>{ACCOUNTS_WORDS.codeGone[language]}</p>
      ) : (
        <>
          <ShownOnce lines={[code]} language={language} />
          <p>
            {ACCOUNTS_WORDS.codeLead[language]}{' '}
            <strong>{new URL('/invitation', window.location.origin).href}</strong>
          </p>
        </>
      )}
      <p className="acts">
        <button type="button" className="button" onClick={onClose}>
          {ACCOUNTS_WORDS.close[language]}
        </button>
      </p>
    </section>
  );
}
