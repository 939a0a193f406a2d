import type { Language } from '../../lib/text/language.js';
import { goToSearch } from '../../lib/use-search.js';
import { SCORE_WORDS } from './score-words.js';
import { searchAt } from './scope.js';

/** The way back to the present of the same page. */
export function NowLink({ search, language }: { readonly search: string; readonly language: Language }) {
  const now = searchAt(search, { asOf: null, knownAt: null });
  return (
    <a
      className="button"
      href={now}
      onClick={(clicked) => {
        if (clicked.ctrlKey || clicked.metaKey || clicked.shiftKey) return; // another tab or window was asked for
        clicked.preventDefault();
        goToSearch(now);
      }}
    >
      {SCORE_WORDS.now[language]}
    </a>
  );
}
