import type { PolicyList_PolicyFragment, PolicyPeriods_PeriodFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { policySearch } from './policy-scope.js';
import { POLICY_WORDS } from './policy-words.js';
import { PolicyPeriods } from './PolicyPeriods.js';
import { PolicyStateMark } from './PolicyStateMark.js';

interface PolicyListProps {
  /** Newest first. */
  readonly policies: readonly PolicyList_PolicyFragment[];
  readonly periods: readonly PolicyPeriods_PeriodFragment[];
  readonly search: string;
  /** Whether the viewer may change a copy. */
  readonly decides?: boolean;
  readonly language: Language;
}

/** Every version with where it stands, and which period follows which. */
export function PolicyList({ policies, periods, search, decides = true, language }: PolicyListProps) {
  return (
    <>
      <h1>{POLICY_WORDS.title[language]}</h1>
      <p className="policy-lead">{POLICY_WORDS.lead[language]}</p>
      <div className="policy-columns">
        <section aria-labelledby="versions">
          <h2 id="versions">{POLICY_WORDS.versions[language]}</h2>
          {policies.length === 0 && <p>{POLICY_WORDS.noVersions[language]}</p>}
          <ul className="policy-list">
            {policies.map((policy) => (
              <li key={policy.version} data-policy={policy.state}>
                <p className="policy-name">
                  <a href={policySearch(search, { version: policy.version })}>{policy.version}</a>
                  <PolicyStateMark policy={policy} language={language} />
                </p>
                <p>{policy.note}</p>
                <p className="policy-actions">
                  {policy.basedOn && (
                    <span className="hint">
                      {POLICY_WORDS.copyOf[language]} {policy.basedOn}
                    </span>
                  )}
                  {decides && (
                    <a
                      className="quiet-button"
                      href={policySearch(search, { copy: policy.version })}
                      aria-label={`${POLICY_WORDS.copy[language]} ${policy.version}`}
                    >
                      {POLICY_WORDS.copy[language]}
                    </a>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
        <PolicyPeriods periods={periods} search={search} language={language} />
      </div>
    </>
  );
}
