import { useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { useBox } from './box-context.js';
import { CloseCheck } from './CloseCheck.js';
import { CLOSING_WORDS } from './forum-words.js';
import { PrintMinutes } from './PrintMinutes.js';
import { ReadBack } from './ReadBack.js';
import { ShareDraft } from './ShareDraft.js';
import { Signatures } from './Signatures.js';
import type { KnownSession } from './use-forum-session.js';

interface ClosingProps {
  readonly known: KnownSession;
  readonly language: Language;
  /** Goes back to writing. */
  readonly onChange: () => void;
}

/** How a session ends: it is closed, read out, and signed. All of it without a network, too. */
export function Closing({ known, language, onChange }: ClosingProps) {
  const box = useBox();
  const { session } = known;
  const { id, phase } = session;
  const [checking, setChecking] = useState(false);
  switch (phase) {
    case 'PLANNED':
      return null;
    case 'OPEN':
      return (
        <section className="closing">
          {checking ? (
            <CloseCheck
              known={known}
              language={language}
              onBack={() => setChecking(false)}
              onClose={() => void box.write(id, { close: true })}
            />
          ) : (
            <button type="button" className="quiet-button close-session" onClick={() => setChecking(true)}>
              {CLOSING_WORDS.open[language]}
            </button>
          )}
        </section>
      );
    case 'CLOSED':
    case 'SHARED':
    case 'READ_BACK':
    case 'SIGNED':
      return (
        <section className="closing">
          <ReadBack session={session} language={language} />
          <p className="acts">
            {phase !== 'READ_BACK' && phase !== 'SIGNED' && (
              <button
                type="button"
                className="button huge"
                onClick={() => void box.write(id, { readBack: true })}
              >
                {CLOSING_WORDS.wasRead[language]}
              </button>
            )}
            <button type="button" className="quiet-button" onClick={onChange}>
              {CLOSING_WORDS.changesStill[language]}
            </button>
          </p>
          <ShareDraft known={known} language={language} />
          {(phase === 'READ_BACK' || phase === 'SIGNED') && (
            <Signatures session={session} language={language} />
          )}
          <PrintMinutes known={known} language={language} />
        </section>
      );
  }
}
