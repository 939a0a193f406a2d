import type { ContestWithRulingFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { formatAmount } from '../scores/node-value.js';
import { LEVEL_WORDS } from '../scores/score-words.js';

type Indicator = ContestWithRulingFragment['observation']['indicator'];

/** A value that was observed, as people read it: "34 menit"; a behaviour in a word. */
export function observedValue(
  value: string,
  { kind, measureUnit }: Pick<Indicator, 'kind' | 'measureUnit'>,
  language: Language,
): string {
  const level = kind === 'BEHAVIOUR' ? LEVEL_WORDS[value] : undefined;
  return level ? level[language] : `${formatAmount(value, measureUnit, language)} ${measureUnit}`;
}
