import { freshness } from '../../lib/live/freshness.js';
import { FRESHNESS_WORDS, sinceWords } from '../../lib/live/freshness-words.js';
import type { Held, LiveView } from '../../lib/live/live-feed.js';
import { useNow } from '../../lib/live/use-now.js';
import { elapsed } from '../../lib/moment.js';
import { formatSince } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';

/** How often the age is looked at, ms. */
const LOOK_EVERY = 500;

interface LiveMarkProps {
  readonly view: LiveView<Held>;
  readonly language: Language;
}

/** Whether the figure beside it is the present, and since when not. */
export function LiveMark({ view, language }: LiveMarkProps) {
  const now = useNow(LOOK_EVERY);
  const { word } = view.held;
  const silence = word && elapsed(word.heard, now);
  const { kind } = freshness(silence, view.connection);
  const sign = view.connection === 'DENIED' ? 'DENIED' : kind;
  const isLate = word !== null && (kind === 'STALE' || kind === 'OLD' || sign === 'DENIED');
  return (
    <p className="live-mark" data-sign={sign}>
      <span className="live-dot" aria-hidden="true" />
      <span>{FRESHNESS_WORDS[sign][language]}</span>
      {isLate && (
        <span className="live-since">
          {
            sinceWords(formatSince(Date.parse(word.at), Date.parse(word.at) + (silence ?? 0), language))[
              language
            ]
          }
        </span>
      )}
    </p>
  );
}
