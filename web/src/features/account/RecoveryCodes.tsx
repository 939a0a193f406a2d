import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { SECOND_WORDS } from '../session/session-words.js';
import { ShownOnce } from '../session/ShownOnce.js';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly language: Language;
  readonly onKept: () => void;
}

/** The codes that open the account once each; nobody goes on without having said that they are kept. */
export function RecoveryCodes({ codes, language, onKept }: RecoveryCodesProps) {
  const [kept, setKept] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="recovery" aria-labelledby="recovery">
      <h2 id="recovery" ref={heading} tabIndex={-1}>
        {SECOND_WORDS.recovery[language]}
      </h2>
      <p>{SECOND_WORDS.recoveryLead[language]}</p>
      <ShownOnce lines={codes} language={language} />
      <label className="choice">
        <input type="checkbox" checked={kept} onChange={() => setKept(!kept)} />
        <span>{SECOND_WORDS.kept[language]}</span>
      </label>
      <p className="acts">
        <button type="button" className="button" disabled={!kept} onClick={onKept}>
          {SECOND_WORDS.goOn[language]}
        </button>
      </p>
    </section>
  );
}
