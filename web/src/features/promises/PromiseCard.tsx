import type { PublicCommitment_StateFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { isNews } from './last-visit.js';
import { dayInWords, STANDING_WORDS, standingOf } from './promise-standing.js';
import { PromiseGlyph } from './PromiseGlyph.js';
import { PromiseSteps } from './PromiseSteps.js';
import { PROMISES_WORDS } from './promises-words.js';

interface PromiseCardProps {
  readonly promise: PublicCommitment_StateFragment;
  /** Whether it is shown at once how it went. */
  readonly open?: boolean;
  /** The visit before, of whoever follows it by a code. */
  readonly before?: string | null;
  readonly language: Language;
}

/** One promise as everybody may follow it. */
export function PromiseCard({ promise, open = false, before = null, language }: PromiseCardProps) {
  const { text, ownerUnitName, ownerRole, steps, movedAt } = promise;
  const standing = standingOf(promise);
  return (
    <article className="promise" data-standing={standing} data-news={isNews(movedAt, before)}>
      <p className="promise-standing">
        <PromiseGlyph standing={standing} />
        {STANDING_WORDS[standing][language]}
      </p>
      <h3 className="prose">{text}</h3>
      <p className="promise-day">{dayInWords(promise, language)}</p>
      <p className="promise-owner">{[ownerUnitName, ownerRole].filter(Boolean).join(' · ')}</p>
      <details open={open}>
        <summary>
          {PROMISES_WORDS.steps[language]} ({steps.length})
        </summary>
        <PromiseSteps steps={steps} before={before} language={language} />
      </details>
    </article>
  );
}
