import type { PublicCommitment_StateFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
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
  const { text, ownerUnitName, ownerRole, dueOn, steps, movedAt } = promise;
  const standing = standingOf(promise);
  const moved = isNews(movedAt, before);
  // What was told last is read without looking for it; a reason most of all.
  const told = open ? null : steps.findLast(({ note }) => note)?.note;
  return (
    <article className="promise" data-standing={standing} data-news={moved}>
      <p className="promise-standing">
        <PromiseGlyph standing={standing} />
        {STANDING_WORDS[standing][language]}
      </p>
      <h3 className="prose">{text}</h3>
      <p className="promise-day">
        {dayInWords(promise, language)}
        {standing === 'KEPT_LATE' && `, ${PROMISES_WORDS.by[language]} ${formatDay(dueOn, language)}`}
      </p>
      <p className="promise-owner">{[ownerUnitName, ownerRole].filter(Boolean).join(' · ')}</p>
      {told && <p className="promise-told prose">{told}</p>}
      <details open={open}>
        <summary>
          {PROMISES_WORDS.steps[language]} ({steps.length})
        </summary>
        <PromiseSteps steps={steps} before={before} moved={moved} language={language} />
      </details>
    </article>
  );
}
