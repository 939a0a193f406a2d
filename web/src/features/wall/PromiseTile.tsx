import type { WallPromises_CommitmentFragment } from '@pantau/schema';
import { memo } from 'react';
import { Bilingual } from '../../lib/text/Bilingual.js';
import type { Language } from '../../lib/text/language.js';
import { dayInWords, STANDING_WORDS, standingOf } from '../promises/promise-standing.js';
import { PromiseGlyph } from '../promises/PromiseGlyph.js';

interface PromiseTileProps {
  readonly promise: WallPromises_CommitmentFragment;
  /** It has moved just now. */
  readonly moved: boolean;
  readonly language: Language;
}

/** One promise, to be read from the back of the hall: what, whose, by when, how far. Nobody is named. */
export const PromiseTile = memo(function PromiseTile({ promise, moved, language }: PromiseTileProps) {
  const { text, unitName, movedAt } = promise;
  const standing = standingOf(promise);
  return (
    <article className="promise-tile" data-standing={standing}>
      {moved && <span key={movedAt} className="pulse" />}
      <p className="promise-tile-standing">
        <PromiseGlyph standing={standing} />
        <Bilingual text={STANDING_WORDS[standing]} language={language} />
      </p>
      <h3>{text}</h3>
      <p className="promise-tile-unit">{unitName}</p>
      <p className="promise-tile-day">{dayInWords(promise, language)}</p>
    </article>
  );
});
