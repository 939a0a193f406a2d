import type { Language } from '../../lib/text/language.js';
import { POLICY_TROUBLE, POLICY_WORDS } from './policy-words.js';

interface PolicyTroubleProps {
  readonly kind: keyof typeof POLICY_TROUBLE;
  readonly language: Language;
  /** What the server said of it. */
  readonly said?: { readonly message: string; readonly report: string | null } | undefined;
  /** Asked again just now. */
  readonly asking?: boolean;
  readonly onRetry?: () => void;
}

/** Why there is nothing to see here, and what to do about it. */
export function PolicyTrouble({ kind, language, said, asking = false, onRetry }: PolicyTroubleProps) {
  const { title, hint } = POLICY_TROUBLE[kind];
  return (
    <div className="trouble" role="alert">
      <h2>{title[language]}</h2>
      <p>{hint[language]}</p>
      {said && (
        <div className="report">
          <p>{said.message}</p>
          {said.report && (
            <p>
              {POLICY_WORDS.report[language]}: <code>{said.report}</code>
            </p>
          )}
        </div>
      )}
      {onRetry && (
        <button type="button" className="button" disabled={asking} onClick={onRetry}>
          {asking ? POLICY_WORDS.loading[language] : POLICY_WORDS.retry[language]}
        </button>
      )}
    </div>
  );
}
