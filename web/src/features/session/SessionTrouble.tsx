import type { Language } from '../../lib/text/language.js';
import { GATE_WORDS } from './session-words.js';

interface SessionTroubleProps {
  readonly kind: 'UNREACHABLE' | 'REFUSED';
  readonly language: Language;
  /** What the server said of it. */
  readonly said?: { readonly message: string; readonly report: string | null } | undefined;
  /** 1 where this is all that the page shows. */
  readonly level?: 1 | 2;
  readonly onRetry: () => void;
}

/** In the place of what could not be asked: why, and how to try again. */
export function SessionTrouble({ kind, language, said, level = 2, onRetry }: SessionTroubleProps) {
  const Heading = `h${level}` as const;
  const unreachable = kind === 'UNREACHABLE';
  return (
    <div className="trouble" role="alert">
      <Heading>{(unreachable ? GATE_WORDS.unreachable : GATE_WORDS.refused)[language]}</Heading>
      <p>{(unreachable ? GATE_WORDS.unreachableHint : GATE_WORDS.refusedHint)[language]}</p>
      {said && (
        <div className="report">
          <p>{said.message}</p>
          {said.report && (
            <p>
              {GATE_WORDS.report[language]}: <code>{said.report}</code>
            </p>
          )}
        </div>
      )}
      <button type="button" className="button" onClick={onRetry}>
        {GATE_WORDS.retry[language]}
      </button>
    </div>
  );
}
