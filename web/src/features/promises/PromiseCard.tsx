import type { PublicCommitment_StateFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import { isNews } from './last-visit.js';
import { dayInWords, STANDING_WORDS, standingOf } from './promise-standing.js';
import { PromiseGlyph } from './PromiseGlyph.js';
import { PromiseSteps } from './PromiseSteps.js';
import { evidenceAlt, PROMISES_WORDS } from './promises-words.js';
import { ShownPhoto } from './ShownPhoto.js';

interface PromiseCardProps {
  readonly promise: PublicCommitment_StateFragment;
  /** Whether it is shown at once how it went. */
  readonly open?: boolean;
  /** The visit before, of whoever follows it by a code. */
  readonly before?: string | null;
  readonly language: Language;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** One promise as everybody may follow it. */
export function PromiseCard({ promise, open = false, before = null, language, children }: PromiseCardProps) {
  const { text, ownerUnitName, ownerRole, dueOn, steps, movedAt } = promise;
  const standing = standingOf(promise);
  const moved = isNews(movedAt, before);
  // What was told last is read without looking for it; a reason most of all.
  const told = open ? null : steps.findLast(({ note }) => note)?.note;
  // What was seen last of it is its evidence; how it went shows each where it belongs.
  const shown = open ? null : (steps.findLast(({ photo }) => photo)?.photo ?? null);
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
      {shown && <ShownPhoto photo={shown} alt={evidenceAlt(text)[language]} />}
      {children}
      <details open={open}>
        <summary>
          {PROMISES_WORDS.steps[language]} ({steps.length})
        </summary>
        <PromiseSteps text={text} steps={steps} before={before} moved={moved} language={language} />
      </details>
    </article>
  );
}
