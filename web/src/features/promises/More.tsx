import type { Language } from '../../lib/text/language.js';
import { PROMISES_WORDS } from './promises-words.js';

interface MoreProps {
  readonly asking: boolean;
  readonly language: Language;
  readonly onMore: () => void;
}

/** The next page of a list. */
export function More({ asking, language, onMore }: MoreProps) {
  return (
    <p className="acts">
      <button type="button" className="quiet-button" disabled={asking} onClick={onMore}>
        {(asking ? PROMISES_WORDS.loading : PROMISES_WORDS.more)[language]}
      </button>
    </p>
  );
}
