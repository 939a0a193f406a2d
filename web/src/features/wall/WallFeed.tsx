import type { WallFeed_HappeningFragment } from '@pantau/schema';
import { formatClock } from '../../lib/text/format-time.js';
import { beside, type Language } from '../../lib/text/language.js';
import { WALL_WORDS } from './wall-words.js';

interface WallFeedProps {
  /** Newest first. */
  readonly happenings: readonly WallFeed_HappeningFragment[];
  readonly language: Language;
}

/** What happened last, each a sentence with its reason. On the wall the style shows as many as there is room for. */
export function WallFeed({ happenings, language }: WallFeedProps) {
  const sentence = (happening: WallFeed_HappeningFragment, as: Language) =>
    as === 'id' ? happening.sentence : happening.sentenceEn;
  return (
    <section className="feed" aria-label={WALL_WORDS.latest[language]}>
      {happenings.length === 0 && <p className="feed-none">{WALL_WORDS.nothingYet[language]}</p>}
      <ol>
        {happenings.map((happening) => (
          <li key={happening.id}>
            <time dateTime={happening.at}>{formatClock(Date.parse(happening.at), language)}</time>
            <p>{sentence(happening, language)}</p>
            <p className="beside" lang={beside(language)}>
              {sentence(happening, beside(language))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
