import type { PolicyPreviewQuery } from '@pantau/schema';
import { formatCount } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { POLICY_WORDS } from './policy-words.js';

type Counts = Omit<NonNullable<PolicyPreviewQuery['policyPreview']>, 'moved' | 'units'>;

/** How many people a policy would move, and which way; no direction is better than another. */
export function PreviewCounts({
  preview,
  language,
}: {
  readonly preview: Counts;
  readonly language: Language;
}) {
  const rows = [
    [preview.valuesUp, POLICY_WORDS.up],
    [preview.valuesDown, POLICY_WORDS.down],
    [preview.valuesSame, POLICY_WORDS.same],
    [preview.becomeScored, POLICY_WORDS.gain],
    [preview.loseScore, POLICY_WORDS.lose],
    [preview.predicatesMoved, POLICY_WORDS.predicates],
  ] as const;
  return (
    <>
      <p className="preview-of">
        {formatCount(preview.people, language)} {POLICY_WORDS.people[language]} · {preview.version}{' '}
        {POLICY_WORDS.comparedWith[language]} {preview.policyVersion}
      </p>
      <ul className="counts">
        {rows.map(([count, what]) => (
          <li key={what.id}>
            <strong>{formatCount(count, language)}</strong> {what[language]}
          </li>
        ))}
      </ul>
    </>
  );
}
