import type { ContestWithRulingFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import { CONTEST_STATE_WORDS, CONTEST_WORDS } from './contest-words.js';

/** "Menunggu putusan, paling lambat 14 Desember 2026", or what was ruled. */
export function contestStanding(
  { state, dueOn, overdue }: Pick<ContestWithRulingFragment, 'state' | 'dueOn' | 'overdue'>,
  language: Language,
): string {
  if (state !== 'OPEN') return `${CONTEST_WORDS.ruledOn[language]}: ${CONTEST_STATE_WORDS[state][language]}`;
  const waits = overdue ? CONTEST_WORDS.waitedFor : CONTEST_WORDS.waits;
  return `${waits[language]} ${formatDay(dueOn, language)}`;
}
