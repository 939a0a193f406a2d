import type { Language } from '../../lib/text/language.js';
import { unitAddress } from '../../lib/addresses.js';
import { Bilingual } from '../../lib/text/Bilingual.js';
import { formatSince } from '../../lib/text/format-time.js';
import { elapsed, type Moment } from '../../lib/moment.js';
import { freshness } from '../../lib/live/freshness.js';
import { FRESHNESS_WORDS } from '../../lib/live/freshness-words.js';
import { PageDots } from './PageDots.js';
import type { Layout } from './use-layout.js';
import { usePointing } from './use-pointing.js';
import { usePageRotation } from './use-page-rotation.js';
import type { WallView } from './wall-feed.js';
import { WallFeed } from './WallFeed.js';
import { WallHeader } from './WallHeader.js';
import { wallPages, type WallPage } from './wall-pages.js';
import { WallPageContent } from './WallPageContent.js';
import { bandWords, WALL_WORDS } from './wall-words.js';

/** A page with an update younger than this, ms, is not turned away. */
const BUSY_FOR = 5_000;

interface WallProps {
  readonly view: WallView;
  readonly now: Moment;
  readonly layout: Layout;
  /** Whether it shows what just happened and why; not where visitors see it. */
  readonly reasons?: boolean;
  readonly language: Language;
}

/** The wall: everything it shows follows from what was heard and what time it is. */
export function Wall({ view, now, layout, reasons = true, language }: WallProps) {
  const { held: wall, connection, problem } = view;
  const silence = wall.word && elapsed(wall.word.heard, now);
  const fresh = freshness(silence, connection);
  // Ages are told by the server's clock, carried on by ours: a screen's own clock may be wrong.
  const clock = wall.word && {
    word: Date.parse(wall.word.at),
    now: Date.parse(wall.word.at) + (silence ?? 0),
  };
  const ageOf = (at: string | null) => (at && clock ? Math.max(0, clock.now - Date.parse(at)) : null);

  const moved = wall.promiseMoved;
  const { root, pages } = wallPages(wall.units, wall.promises, moved?.id ?? null);
  const isNew = (at: string | null) => (ageOf(at) ?? BUSY_FOR) < BUSY_FOR;
  const news = moved !== null && isNew(moved.at) ? moved : null;
  const busy = pages.map((one) =>
    one.kind === 'PROMISES'
      ? news !== null && holds(one, news.id)
      : one.units.some(({ changedAt }) => isNew(changedAt)),
  );
  // What is promised in the hall is to be seen while it is spoken of: the wall turns to it.
  const called = news && { page: pages.findIndex((one) => holds(one, news.id)), at: news.at };
  const pointing = usePointing();
  const { page, heldUntil } = usePageRotation(layout === 'WALL' ? busy : null, called, now.steady);

  return (
    <main
      className="wall"
      data-layout={layout}
      data-freshness={fresh.kind}
      data-drained={fresh.drained}
      data-pointing={pointing}
    >
      <div className="stage">
        <WallHeader
          office={root?.name ?? wall.region?.name ?? null}
          root={root}
          delta={(root && wall.lastChanges[root.id]?.delta) ?? null}
          href={root && explanationAddress(root.id, wall, language)}
          period={wall.period}
          demo={wall.demo}
          freshness={fresh}
          connection={connection}
          clock={clock}
          language={language}
        />
        {fresh.drained && clock && (
          <p className="band">
            {fresh.kind === 'OLD' && <strong>{FRESHNESS_WORDS.OLD[language]}</strong>}{' '}
            <Bilingual
              text={bandWords(formatSince(clock.word, clock.now, language), whySilent(connection))}
              language={language}
            />
          </p>
        )}
        <div className="pages">
          {pages.length === 0 && (
            <p className="empty">
              <Bilingual text={wall.word ? WALL_WORDS.noUnits : WALL_WORDS.waiting} language={language} />
              {problem && <span className="problem">{problem}</span>}
            </p>
          )}
          {pages.map((one, n) => (
            <section
              key={one.kind === 'PROMISES' ? `promises ${n}` : one.units[0]?.id}
              className={n === page ? 'page page-shown' : 'page'}
              inert={layout === 'WALL' && n !== page}
              data-page={one.kind}
            >
              <WallPageContent
                page={one}
                wall={wall}
                ageOf={ageOf}
                hrefOf={(unit) => explanationAddress(unit, wall, language)}
                language={language}
              />
            </section>
          ))}
        </div>
        <footer className="footer">
          {wall.word && reasons && <WallFeed happenings={wall.happenings} language={language} />}
          {layout === 'WALL' && <PageDots pages={pages.length} page={page} held={heldUntil !== null} />}
        </footer>
      </div>
    </main>
  );
}

function holds(page: WallPage, promise: string): boolean {
  return page.kind === 'PROMISES' && page.promises.some(({ id }) => id === promise);
}

function explanationAddress(
  unit: string,
  { region, period }: WallView['held'],
  language: Language,
): string | null {
  return region && period && unitAddress(unit, region.code, period.code, language);
}

function whySilent(connection: WallView['connection']): Parameters<typeof bandWords>[1] {
  if (connection === 'DENIED') return 'DENIED';
  return connection === 'OPEN' ? 'SILENT' : 'CUT';
}
