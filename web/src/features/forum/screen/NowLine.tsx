import type { ForumSession_StateFragment } from '@pantau/schema';
import type { Language } from '../../../lib/text/language.js';
import { formatLength, runningItem } from '../running-item.js';
import { SCREEN_WORDS } from './screen-words.js';

const MINUTE = 60_000;

interface NowLineProps {
  readonly session: ForumSession_StateFragment;
  /** The present on the server's clock, ms. */
  readonly now: number;
  readonly language: Language;
}

/** What is talked about, and how long still; else how far the session has come. */
export function NowLine({ session, now, language }: NowLineProps) {
  const item = session.phase === 'OPEN' ? runningItem(session.agenda) : null;
  if (item === null) return <p className="hall-now">{PHASE_LINE[session.phase][language]}</p>;
  const left = item.minutes * MINUTE - (now - Date.parse(item.startedAt!));
  return (
    <p className="hall-now" data-over={left < 0}>
      <span className="hall-item">
        <span className="hall-quiet">{SCREEN_WORDS.now[language]}</span> {item.title}
      </span>
      <span className="hall-timer" role="timer">
        {formatLength(Math.abs(left))}{' '}
        <span className="hall-quiet">{(left < 0 ? SCREEN_WORDS.over : SCREEN_WORDS.left)[language]}</span>
      </span>
    </p>
  );
}

const PHASE_LINE = {
  PLANNED: SCREEN_WORDS.planned,
  OPEN: SCREEN_WORDS.between,
  CLOSED: SCREEN_WORDS.closed,
  SHARED: SCREEN_WORDS.closed,
  READ_BACK: SCREEN_WORDS.readBack,
  SIGNED: SCREEN_WORDS.signed,
} as const;
