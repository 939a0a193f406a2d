import type { WallTile_UnitFragment } from '@pantau/schema';
import { memo } from 'react';
import { Bilingual } from '../../lib/text/Bilingual.js';
import { formatCount, formatShare, formatSpoken } from '../../lib/text/format-number.js';
import { formatAge, formatAgeInWords } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { Delta } from './Delta.js';
import { FigureLink } from './FigureLink.js';
import { StateGlyph } from './StateGlyph.js';
import { STATE_WORDS, tileSentence, WALL_WORDS } from './wall-words.js';

/** How long an update is marked, ms: long enough to be found from anywhere in the room, once. */
export const PULSE_FOR = 6_000;

interface WallTileProps {
  readonly unit: WallTile_UnitFragment;
  /** Change of the value at the last update, in points. */
  readonly delta: string | null;
  /** Ms since the unit last changed, by the server's clock; null when it never has. Rounded by the caller to what is seen. */
  readonly age: number | null;
  /** Where the figure is explained; null: nowhere yet. */
  readonly href: string | null;
  readonly language: Language;
}

/** One unit, to be read from four metres: name, figure, state, how much data stands behind it, and how old it is. */
export const WallTile = memo(function WallTile({ unit, delta, age, href, language }: WallTileProps) {
  const { name, value, state, coverage, observationCount, changedAt } = unit;
  const share = formatShare(coverage, language);
  const label = tileSentence(
    name,
    value === null ? null : formatSpoken(value, language),
    state,
    age === null ? null : formatAgeInWords(age, language),
  )[language];
  return (
    <article className="tile" data-state={state} aria-label={label}>
      {age !== null && age < PULSE_FOR && <span key={changedAt} className="pulse" />}
      <h3 className="tile-name">{name}</h3>
      <StateGlyph state={state} />
      <p className="tile-figure">
        <FigureLink name={name} value={value} href={href} language={language} />
      </p>
      <p className="tile-change">
        {delta !== null && <Delta delta={delta} language={language} />}
        {age !== null && <span className="age">{formatAge(age, language)}</span>}
      </p>
      <p className="tile-state">
        <Bilingual text={STATE_WORDS[state]} language={language} />
      </p>
      <p className="tile-data">
        <span>
          {WALL_WORDS.data[language]} {share}
        </span>
        <span>
          {formatCount(observationCount, language)} {WALL_WORDS.observations[language]}
        </span>
      </p>
      <svg className="coverage" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Number(coverage) * 100} height="1" />
      </svg>
    </article>
  );
});
