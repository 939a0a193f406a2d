import type { Commitment_StateFragment } from '@pantau/schema';
import type { Language } from '../../../lib/text/language.js';
import { OUTCOME_WORDS } from '../forum-words.js';
import type { HallRow } from './HallList.js';
import { standingOf, type Agreed } from './screen-view.js';
import { dayInWords, SCREEN_WORDS, STANDING_WORDS } from './screen-words.js';
import { StandingGlyph } from './StandingGlyph.js';

/** A promise of last time, as it stands; `on` is the day of the session. */
export function promiseRow(promise: Commitment_StateFragment, on: string, language: Language): HallRow {
  const standing = standingOf(promise);
  const mark = (
    <>
      <StandingGlyph standing={standing} />
      {STANDING_WORDS[standing][language]}
    </>
  );
  return {
    id: promise.id,
    mark,
    tone: standing,
    text: promise.text,
    facts: promiseFacts(promise, on, language),
  };
}

/** Something that was agreed, as it is read out at the end; `on` is the day of the session. */
export function agreedRow({ outcome, promise }: Agreed, on: string, language: Language): HallRow {
  return {
    id: outcome.id,
    mark: OUTCOME_WORDS[outcome.kind].name[language],
    tone: outcome.kind,
    text: outcome.text,
    facts: [
      ...(promise === null ? [] : promiseFacts(promise, on, language)),
      outcome.disputed ? SCREEN_WORDS.disputed[language] : null,
      outcome.amended ? SCREEN_WORDS.amended[language] : null,
    ],
  };
}

/** By which day, and which unit promises: where the line is too short for all of it, the day stays. */
function promiseFacts(
  { ownerUnitName, dueOn }: Commitment_StateFragment,
  on: string,
  language: Language,
): readonly string[] {
  return [`${SCREEN_WORDS.due[language]} ${dayInWords(dueOn, on, language)}`, ownerUnitName];
}
