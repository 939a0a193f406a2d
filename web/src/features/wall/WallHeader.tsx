import type { WallHeader_PeriodFragment, WallTile_UnitFragment } from '@pantau/schema';
import { Bilingual } from '../../lib/text/Bilingual.js';
import type { Connection } from '../../lib/graphql/live-socket.js';
import { formatClock, formatSince } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { ConnectionChip } from './ConnectionChip.js';
import { Delta } from './Delta.js';
import { FigureLink } from './FigureLink.js';
import type { Freshness } from '../../lib/live/freshness.js';
import { StateGlyph } from './StateGlyph.js';
import { STATE_WORDS, WALL_WORDS } from './wall-words.js';

interface WallHeaderProps {
  /** Whose wall it is; null before the first word. */
  readonly office: string | null;
  /** The whole office; null before the first word, and where this wall shows some of its units only. */
  readonly root: WallTile_UnitFragment | null;
  readonly delta: string | null;
  /** Where the figure of the whole office is explained; null: nowhere yet. */
  readonly href: string | null;
  readonly period: WallHeader_PeriodFragment | null;
  /** The data is invented: say so. */
  readonly demo: boolean;
  readonly freshness: Freshness;
  readonly connection: Connection;
  /** Instant of the server's last word, and the present, both on the server's clock in ms; null before the first word. */
  readonly clock: { readonly word: number; readonly now: number } | null;
  readonly language: Language;
}

/** Whose wall it is, how the whole office stands, what time it is, and whether the picture is the present. */
export function WallHeader(props: WallHeaderProps) {
  const { office, root, delta, href, period, demo, freshness, connection, clock, language } = props;
  return (
    <header className="header">
      <div className="header-office">
        <h1>{office ?? 'Pantau'}</h1>
        <p className="header-period">
          {office !== null && <span>{period?.name ?? WALL_WORDS.noPeriod[language]}</span>}
          {demo && (
            <strong className="demo">
              <Bilingual text={WALL_WORDS.demo} language={language} />
            </strong>
          )}
        </p>
      </div>
      {root && (
        <div className="header-score" data-state={root.state}>
          <p className="header-figure">
            <FigureLink name={root.name} value={root.value} href={href} language={language} />
          </p>
          {delta !== null && (
            <p className="header-change">
              <Delta delta={delta} language={language} />
            </p>
          )}
          <p className="header-state">
            <StateGlyph state={root.state} />
            <Bilingual text={STATE_WORDS[root.state]} language={language} />
          </p>
        </div>
      )}
      <ConnectionChip
        freshness={freshness}
        connection={connection}
        since={clock ? formatSince(clock.word, clock.now, language) : ''}
        language={language}
      />
      {clock && (
        <p className="clock">
          <time dateTime={new Date(clock.now).toISOString()}>{formatClock(clock.now, language)}</time>{' '}
          <span className="zone">WIB</span>
        </p>
      )}
    </header>
  );
}
