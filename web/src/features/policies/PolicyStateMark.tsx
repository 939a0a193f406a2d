import type { PolicyList_PolicyFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from './policy-days.js';
import { POLICY_WORDS, STATE_WORDS } from './policy-words.js';

/** A policy that holds from this day on holds from the beginning. */
const BEGINNING = '0001-01-01';

type Standing = Pick<PolicyList_PolicyFragment, 'state' | 'effectiveFrom'>;

/** Where a version stands, in words and with a border of its own. */
export function PolicyStateMark({
  policy,
  language,
}: {
  readonly policy: Standing;
  readonly language: Language;
}) {
  const { state, effectiveFrom } = policy;
  return (
    <span className="policy-state" data-policy={state}>
      {effectiveFrom === BEGINNING
        ? POLICY_WORDS.fromBeginning[language]
        : `${STATE_WORDS[state][language]}${effectiveFrom ? ` ${formatDay(effectiveFrom, language)}` : ''}`}
    </span>
  );
}
