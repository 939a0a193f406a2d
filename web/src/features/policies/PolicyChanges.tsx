import { PolicyDocument, type PolicyNumbersFragment } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { changesBetween, type PolicyChange } from './policy-changes.js';
import { POLICY_WORDS } from './policy-words.js';
import { PolicyAnswer } from './PolicyAnswer.js';

interface PolicyChangesProps {
  readonly client: Client;
  readonly region: string;
  /** The version that the policy was copied from. */
  readonly basedOn: string;
  readonly policy: PolicyNumbersFragment;
  readonly language: Language;
}

/** What a version changes of the one that it was copied from. */
export function PolicyChanges({ client, region, basedOn, policy, language }: PolicyChangesProps) {
  const asked = useAnswer(client, PolicyDocument, { region, version: basedOn });
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{POLICY_WORDS.changes[language]}</h2>
      <p className="hint">
        {POLICY_WORDS.changesFrom[language]} {basedOn}
      </p>
      <PolicyAnswer asked={asked} language={language}>
        {({ policy: basis }) =>
          basis && <ChangesTable changes={changesBetween(basis, policy, language)} language={language} />
        }
      </PolicyAnswer>
    </section>
  );
}

interface ChangesTableProps {
  readonly changes: readonly PolicyChange[];
  readonly language: Language;
}

/** Number by number: before and after. */
export function ChangesTable({ changes, language }: ChangesTableProps) {
  const none = POLICY_WORDS.none[language];
  return (
    <table className="policy-table">
      <thead>
        <tr>
          <th scope="col">{POLICY_WORDS.what[language]}</th>
          <th scope="col">{POLICY_WORDS.before[language]}</th>
          <th scope="col">{POLICY_WORDS.after[language]}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td data-label={POLICY_WORDS.before[language]}>{before ?? none}</td>
            <td data-label={POLICY_WORDS.after[language]}>
              <strong>{after ?? none}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
