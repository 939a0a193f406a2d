import { formatShare } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { SCORE_WORDS } from './score-words.js';

interface ScoreFactsProps {
  /** 0 to 1. */
  readonly coverage: string;
  readonly policyVersion: string;
  readonly language: Language;
}

/** How much data stands behind a figure, and by which rules it was computed. */
export function ScoreFacts({ coverage, policyVersion, language }: ScoreFactsProps) {
  return (
    <dl className="facts">
      <div>
        <dt>{SCORE_WORDS.coverage[language]}</dt>
        <dd>
          {formatShare(coverage, language)}
          <svg className="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect className="share-here" width={Number(coverage) * 100} height="1" />
          </svg>
        </dd>
      </div>
      <div>
        <dt>{SCORE_WORDS.policy[language]}</dt>
        <dd>{policyVersion}</dd>
      </div>
    </dl>
  );
}
