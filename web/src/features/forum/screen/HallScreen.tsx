import { freshness } from '../../../lib/live/freshness.js';
import type { LiveView } from '../../../lib/live/live-feed.js';
import { elapsed, type Moment } from '../../../lib/moment.js';
import { Bilingual } from '../../../lib/text/Bilingual.js';
import { formatClock, formatSince } from '../../../lib/text/format-time.js';
import type { Language } from '../../../lib/text/language.js';
import { LiveMark } from '../../scores/LiveMark.js';
import { AgreedNow } from './AgreedNow.js';
import { HallFooter } from './HallFooter.js';
import { HallList } from './HallList.js';
import { agreedRow, promiseRow } from './hall-rows.js';
import { NowLine } from './NowLine.js';
import type { ScreenState } from './screen-state.js';
import { pageOf, screenView } from './screen-view.js';
import { cutWords, SCREEN_WORDS } from './screen-words.js';

/** As many rows of a list as can be read from the last row of chairs. */
const PER_PAGE = 3;

const HEADINGS = {
  LAST_PROMISES: SCREEN_WORDS.lastPromises,
  AGREED: SCREEN_WORDS.agreed,
  ALL_AGREED: SCREEN_WORDS.allAgreed,
  NOTHING_YET: SCREEN_WORDS.agreed,
} as const;

interface HallScreenProps {
  readonly view: LiveView<ScreenState>;
  readonly now: Moment;
  readonly language: Language;
}

/** The screen in the hall: everything it shows follows from what was heard and what time it is. */
export function HallScreen({ view, now, language }: HallScreenProps) {
  const { held, connection, problem } = view;
  const { session, word } = held;
  const silence = word && elapsed(word.heard, now);
  const fresh = freshness(silence, connection);
  // The laptop's own clock may be wrong: the server's is carried on.
  const clock = word && Date.parse(word.at) + (silence ?? 0);
  const { shows, lastPromises, agreed } = screenView(held);
  const on = session?.heldOn ?? '';
  const listed =
    shows === 'LAST_PROMISES'
      ? lastPromises.map((one) => promiseRow(one, on, language))
      : agreed.map((one) => agreedRow(one, on, language)).toReversed();
  const { rows, page, pages } = pageOf(listed, PER_PAGE, clock ?? 0);
  const isList = shows === 'LAST_PROMISES' || shows === 'ALL_AGREED';
  const isStill = word !== null && (fresh.kind === 'STALE' || fresh.kind === 'OLD');
  return (
    <div className="hall" data-freshness={fresh.kind}>
      <header className="hall-head">
        <div>
          <p className="hall-session">{session === null ? 'Pantau' : session.title}</p>
          <h1>
            <Bilingual text={HEADINGS[shows]} language={language} />
            {isList && pages > 1 && (
              <span className="hall-pages">
                {page + 1} / {pages}
              </span>
            )}
          </h1>
        </div>
        <div className="hall-side">
          {clock !== null && <p className="hall-clock">{formatClock(clock, language)}</p>}
          <LiveMark view={view} language={language} />
        </div>
      </header>
      {session !== null && clock !== null && <NowLine session={session} now={clock} language={language} />}
      <div className="hall-main">
        {isList && <HallList rows={rows} />}
        {shows === 'AGREED' && <AgreedNow agreed={agreed} on={on} language={language} />}
        {shows === 'NOTHING_YET' && (
          <p className="hall-nothing">
            <Bilingual
              text={session === null ? SCREEN_WORDS.waiting : SCREEN_WORDS.nothingYet}
              language={language}
            />
            {problem !== null && <span className="hall-problem">{problem}</span>}
          </p>
        )}
      </div>
      {isStill && clock !== null ? (
        <p className="hall-foot hall-band" role="status">
          {cutWords(formatSince(Date.parse(word.at), clock, language))[language]}
        </p>
      ) : (
        session !== null && (
          <HallFooter
            session={session}
            lastPromises={shows === 'LAST_PROMISES' ? [] : lastPromises}
            language={language}
          />
        )
      )}
    </div>
  );
}
