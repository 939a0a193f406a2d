import type { ExplanationKind } from '@pantau/schema';
import { formatFigure, formatShare, formatSpoken } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import type { Branch } from './explanation-tree.js';
import { LEVEL_WORDS, SCORE_WORDS } from './score-words.js';

/** Kinds that have a value as soon as there is enough data. The others may tell in words alone, and lack nothing. */
const MEASURED: ReadonlySet<ExplanationKind> = new Set<ExplanationKind>([
  'SCORE',
  'WORK_RESULT',
  'BEHAVIOUR',
  'INDICATOR',
  'CORE_VALUE',
  'REALISATION',
  'UNIT',
  'PEOPLE',
]);

/** The rules by which a value is kept back although there is one, lest it tell about single persons. */
const KEEPING_BACK: ReadonlySet<string> = new Set(['EX5', 'UR8']);

/** What stands at the right of a node. */
export type NodeValue =
  | { readonly kind: 'FIGURE'; readonly figure: string; /** '' where it has none. */ readonly unit: string }
  | { readonly kind: 'WORD'; readonly word: string }
  | { readonly kind: 'LACKING'; readonly why: string }
  | { readonly kind: 'NONE' };

/** The value of a node as people read it: points with two places, a share in percent, a behaviour in a word. */
export function nodeValue({ node, parent }: Branch, language: Language): NodeValue {
  const { value, kind } = node;
  if (value === null) return lack(node, language);
  const level = kind === 'OBSERVATION' && parent?.kind === 'CORE_VALUE' ? LEVEL_WORDS[value] : undefined;
  if (level) return { kind: 'WORD', word: level[language] };
  if (kind === 'COVERAGE' && node.measureUnit === null) {
    return { kind: 'FIGURE', figure: formatShare(value, language), unit: '' };
  }
  const unit = unitOf(node, language) ?? '';
  return { kind: 'FIGURE', figure: formatAmount(value, node.measureUnit, language), unit };
}

function lack({ kind, ruleId }: Branch['node'], language: Language): NodeValue {
  if (!MEASURED.has(kind)) return { kind: 'NONE' };
  const why = KEEPING_BACK.has(ruleId) ? SCORE_WORDS.notShown : SCORE_WORDS.notEnough;
  return { kind: 'LACKING', why: why[language] };
}

/** An amount in its unit: points always with both places, so that columns can be compared; others with those they have. */
export function formatAmount(value: string, measureUnit: string | null, language: Language): string {
  if (measureUnit !== 'poin') return formatSpoken(value, language);
  const { whole, decimals } = formatFigure(value, language);
  return whole + decimals;
}

/** The unit of measure in the reader's language; null: none. */
export function unitOf(
  node: { readonly measureUnit: string | null; readonly measureUnitEn: string | null },
  language: Language,
): string | null {
  return language === 'id' ? node.measureUnit : (node.measureUnitEn ?? node.measureUnit);
}
