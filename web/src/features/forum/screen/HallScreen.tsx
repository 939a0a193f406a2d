import { useState } from 'react';
import { freshness } from '../../../lib/live/freshness.js';
import type { LiveView } from '../../../lib/live/live-feed.js';
import { elapsed, type Moment } from '../../../lib/moment.js';
import { Bilingual } from '../../../lib/text/Bilingual.js';
import { formatClock, formatSince } from '../../../lib/text/format-time.js';
import type { Language } from '../../../lib/text/language.js';
import { LiveMark } from '../../scores/LiveMark.js';
import type { HallAddress } from '../hall/hall-address.js';
import { hasCome } from '../forum-session.js';
import { AgreedNow } from './AgreedNow.js';
import { HallCode } from './HallCode.js';
import { HallFooter } from './HallFooter.js';
import { HallList } from './HallList.js';
import { agreedRow, promiseRow } from './hall-rows.js';
import { NowLine } from './NowLine.js';
import type { ScreenState } from './screen-state.js';
import { pageOf, screenView, showsCode } from './screen-view.js';
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
  /** What the QR code of the hall says; null where nobody here may show it. */
  readonly hall: HallAddress | null;
  readonly language: Language;
}

/** The screen in the hall: everything it shows follows from what was heard and what time it is. */
export function HallScreen({ view, now, hall, language }: HallScreenProps) {
  const [turned, setTurned] = useState<boolean | null>(null);
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
  const canScan = session !== null && !hasCome(session.phase, 'CLOSED');
  const code = canScan ? hall : null;
  const codeShown = code !== null && (turned ?? showsCode(held));
  const isList = shows === 'LAST_PROMISES' || shows === 'ALL_AGREED';
  const isStill = word !== null && (fresh.kind === 'STALE' || fresh.kind === 'OLD');
  return (
    <div className="hall" data-freshness={fresh.kind}>
      <header className="hall-head">
        <div>
          <p className="hall-session">{session === null ? 'Pantau' : session.title}</p>
          <h1>
            <Bilingual text={codeShown ? SCREEN_WORDS.attendance : HEADINGS[shows]} language={language} />
            {isList && !codeShown && pages > 1 && (
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
        {codeShown && <HallCode hall={code} session={session!} language={language} />}
        {!codeShown && isList && <HallList rows={rows} />}
        {!codeShown && shows === 'AGREED' && <AgreedNow agreed={agreed} on={on} language={language} />}
        {!codeShown && shows === 'NOTHING_YET' && (
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
            lastPromises={shows === 'LAST_PROMISES' && !codeShown ? [] : lastPromises}
            code={code && { shown: codeShown, onTurn: () => setTurned(!codeShown) }}
            language={language}
          />
        )
      )}
    </div>
  );
}
