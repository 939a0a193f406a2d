import { useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { SECOND_WORDS } from './session-words.js';

interface ShownOnceProps {
  readonly lines: readonly string[];
  readonly language: Language;
}

/** What is shown this once: large enough to be read out, and ready to be copied or printed. */
export function ShownOnce({ lines, language }: ShownOnceProps) {
  const [copied, setCopied] = useState<boolean | null>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      setCopied(true);
    } catch {
      setCopied(false); // missing where an office serves its pages without a certificate
    }
  }

  return (
    <div className="once">
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
      <p className="acts">
        <button type="button" className="quiet-button" onClick={() => void copy()}>
          {SECOND_WORDS.copy[language]}
        </button>
        <button type="button" className="quiet-button" onClick={() => window.print()}>
          {SECOND_WORDS.print[language]}
        </button>
        <output>
          {copied !== null && (copied ? SECOND_WORDS.copied : SECOND_WORDS.notCopied)[language]}
        </output>
      </p>
    </div>
  );
}
