import type { Language } from '../../lib/text/language.js';
import { PAGE_WORDS, WALL_WORDS } from './wall-words.js';
import type { WallPage } from './wall-pages.js';

interface PageDotsProps {
  readonly pages: readonly WallPage[];
  readonly page: number;
  readonly held: boolean;
  readonly language: Language;
}

/** Which page is shown. Dots, not a bar that always moves: nothing may burn in or draw the eye for no reason. */
export function PageDots({ pages, page, held, language }: PageDotsProps) {
  const shown = pages[page];
  if (!shown || pages.length < 2) return null;
  return (
    <div className="dots">
      <p className="dots-title">
        {PAGE_WORDS[shown.kind][language]}
        {held && ` (${WALL_WORDS.held[language]})`}
      </p>
      <p aria-hidden="true">
        {pages.map((_, n) => (
          <span key={n} className={n === page ? 'dot dot-shown' : 'dot'} />
        ))}
      </p>
    </div>
  );
}
