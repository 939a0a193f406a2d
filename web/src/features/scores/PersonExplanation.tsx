import type { ExplainScoreQuery, PersonExplanation_ScoreFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.js';
import type { Branch } from './explanation-tree.js';
import { Explained } from './Explained.js';
import { ExplanationTree } from './ExplanationTree.js';
import { PeriodChoice } from './PeriodChoice.js';
import { Proposal } from './Proposal.js';
import { SCORE_WORDS } from './score-words.js';
import { ScoreFacts } from './ScoreFacts.js';
import { ScoreFigure } from './ScoreFigure.js';

interface PersonExplanationProps {
  readonly score: PersonExplanation_ScoreFragment;
  readonly periods: ExplainScoreQuery['periods'];
  /** The query string for links to other pages of scores. */
  readonly search: string;
  readonly language: Language;
  /** What stands beside a row of the explanation. */
  readonly beside?: (branch: Branch) => ReactNode;
  /** What stands after the explanation. */
  readonly after?: ReactNode;
}

/** One person's score: what it is, what it is not, and how it came about. */
export function PersonExplanation(props: PersonExplanationProps) {
  const { score, periods, search, language, beside, after } = props;
  const { employee, periodCode, value, ifUpheld, coverage, policyVersion, proposal, nodes } = score;
  return (
    <Explained
      language={language}
      after={after}
      head={
        <>
          <h1>{employee.name}</h1>
          <p className="whereabouts">
            {employee.position} ·{' '}
            <a href={`/scores/unit/${employee.unit.id}${search}`}>{employee.unit.name}</a>
          </p>
          <PeriodChoice period={periodCode} periods={periods} search={search} language={language} />
          <ScoreFigure value={value} ifUpheld={ifUpheld} language={language} />
          {value !== null && <p className="indicative">{SCORE_WORDS.indicative[language]}</p>}
          <ScoreFacts coverage={coverage} policyVersion={policyVersion} language={language} />
          <Proposal proposal={proposal} language={language} />
        </>
      }
    >
      <ExplanationTree
        nodes={nodes}
        policyVersion={policyVersion}
        search={search}
        language={language}
        beside={beside}
      />
    </Explained>
  );
}
