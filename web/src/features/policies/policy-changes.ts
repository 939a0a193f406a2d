import type { PolicyNumbersFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { writeDecimal } from './decimal-text.js';
import { POLICY_FIELDS, type PolicyField } from './policy-fields.js';

/** A number that is another in a copy; null: it has none. */
export interface PolicyChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a number of a policy reads like. */
export function fieldText(field: PolicyField, policy: PolicyNumbersFragment, language: Language): string {
  const value = field.read(policy);
  if (field.kind === 'WHOLE') return value;
  return field.kind === 'DECIMAL' ? writeDecimal(value, language) : (field.kind[value]?.[language] ?? value);
}

/** What a copy changes, in the order of the form. */
export function changesBetween(
  before: PolicyNumbersFragment,
  after: PolicyNumbersFragment,
  language: Language,
): PolicyChange[] {
  const [old, now] = [weightsOf(before), weightsOf(after)];
  const weight = (decimal: string | undefined) =>
    decimal === undefined ? null : writeDecimal(decimal, language);
  return [
    ...POLICY_FIELDS.map((field) => ({
      label: field.label[language],
      before: fieldText(field, before, language),
      after: fieldText(field, after, language),
    })),
    ...[...new Set([...old.keys(), ...now.keys()])].map((label) => ({
      label,
      before: weight(old.get(label)),
      after: weight(now.get(label)),
    })),
  ].filter((change) => change.before !== change.after);
}

function weightsOf({ weightSets }: PolicyNumbersFragment): ReadonlyMap<string, string> {
  return new Map(
    weightSets.flatMap(({ role, weights }) =>
      weights.map(({ indicator, weight }) => [`${role} · ${indicator}`, weight] as const),
    ),
  );
}
