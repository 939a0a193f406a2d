import type { Commitment_StateFragment } from '@pantau/schema';
import type { Language } from '../../../lib/text/language.js';
import { OUTCOME_WORDS } from '../forum-words.js';
import type { HallRow } from './HallList.js';
import { standingOf, type Agreed } from './screen-view.js';
import { dayInWords, SCREEN_WORDS, STANDING_WORDS } from './screen-words.js';
import { StandingGlyph } from './StandingGlyph.js';

/** A promise of last time, as it stands. */
export function promiseRow(promise: Commitment_StateFragment, language: Language): HallRow {
  const standing = standingOf(promise);
  const mark = (
    <>
      <StandingGlyph standing={standing} />
      {STANDING_WORDS[standing][language]}
    </>
  );
  return { id: promise.id, mark, tone: standing, text: promise.text, facts: promiseFacts(promise, language) };
}

/** Something that was agreed, as it is read out at the end. */
export function agreedRow({ outcome, promise }: Agreed, language: Language): HallRow {
  return {
    id: outcome.id,
    mark: OUTCOME_WORDS[outcome.kind].name[language],
    tone: outcome.kind,
    text: outcome.text,
    facts: [
      ...(promise === null ? [] : promiseFacts(promise, language)),
      outcome.disputed ? SCREEN_WORDS.disputed[language] : null,
      outcome.amended ? SCREEN_WORDS.amended[language] : null,
    ],
  };
}

/** By which day, and who promises: where the line is too short for all of it, the day stays. */
function promiseFacts(
  { ownerUnitName, ownerRole, dueOn }: Commitment_StateFragment,
  language: Language,
): readonly (string | null)[] {
  return [`${SCREEN_WORDS.due[language]} ${dayInWords(dueOn, language)}`, ownerUnitName, ownerRole];
}
