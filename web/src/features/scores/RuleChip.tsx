import type { ExplanationTree_NodeFragment } from '@pantau/schema';
import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import { formatAmount } from './node-value.js';
import { SCORE_WORDS } from './score-words.js';

interface RuleChipProps {
  readonly node: ExplanationTree_NodeFragment;
  readonly policyVersion: string;
  readonly language: Language;
}

/** The number of the rule in the margin; it opens what the rule does here, with each figure that goes into it. */
export function RuleChip({ node, policyVersion, language }: RuleChipProps) {
  const id = useId();
  const name = language === 'id' ? node.name : node.nameEn;
  return (
    <>
      <button
        type="button"
        className="rule"
        popoverTarget={id}
        aria-label={`${SCORE_WORDS.rule[language]} ${node.ruleId}: ${name}`}
      >
        {node.ruleId}
      </button>
      <div id={id} className="meaning" popover="auto">
        <h3>
          {SCORE_WORDS.rule[language]} {node.ruleId}
        </h3>
        <p className="meaning-of">{name}</p>
        <p>{language === 'id' ? node.sentence : node.sentenceEn}</p>
        {node.terms.length > 0 && (
          <dl>
            {node.terms.map((term) => (
              <div key={term.name}>
                <dt>{language === 'id' ? term.name : term.nameEn}</dt>
                <dd>
                  {formatAmount(term.value, term.measureUnit, language)} {term.measureUnit}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className="meaning-policy">
          {SCORE_WORDS.policy[language]} {policyVersion}
        </p>
        <button type="button" className="quiet-button" popoverTarget={id} popoverTargetAction="hide">
          {SCORE_WORDS.close[language]}
        </button>
      </div>
    </>
  );
}
