import type { PolicyNumbersFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { writeDecimal } from './decimal-text.js';
import { fieldText } from './policy-changes.js';
import { FIELD_GROUPS } from './policy-fields.js';
import { POLICY_WORDS } from './policy-words.js';

interface PolicyNumbersProps {
  readonly policy: PolicyNumbersFragment;
  readonly language: Language;
}

/** All numbers of a version, to be read. */
export function PolicyNumbers({ policy, language }: PolicyNumbersProps) {
  return (
    <div className="numbers">
      {FIELD_GROUPS.map(({ title, fields }) => (
        <section key={title.id}>
          <h3>{title[language]}</h3>
          <dl>
            {fields.map((field) => (
              <div key={field.path}>
                <dt>{field.label[language]}</dt>
                <dd>{fieldText(field, policy, language)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section>
        <h3>{POLICY_WORDS.weights[language]}</h3>
        {policy.weightSets.length === 0 && <p>{POLICY_WORDS.noWeights[language]}</p>}
        {policy.weightSets.map(({ role, weights }) => (
          <dl key={role} aria-label={role}>
            {weights.map(({ indicator, weight }) => (
              <div key={indicator}>
                <dt>
                  {role} · {indicator}
                </dt>
                <dd>{writeDecimal(weight, language)}</dd>
              </div>
            ))}
          </dl>
        ))}
      </section>
    </div>
  );
}
