import type { ExplainUnitScoreQuery, UnitExplanation_ScoreFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.js';
import { StateGlyph } from '../wall/StateGlyph.js';
import { STATE_WORDS } from '../wall/wall-words.js';
import { Explained } from './Explained.js';
import { ExplanationTree } from './ExplanationTree.js';
import { PeriodChoice } from './PeriodChoice.js';
import { SCORE_WORDS } from './score-words.js';
import { ScoreFacts } from './ScoreFacts.js';
import { ScoreFigure } from './ScoreFigure.js';

interface UnitExplanationProps {
  readonly score: UnitExplanation_ScoreFragment;
  readonly periods: ExplainUnitScoreQuery['periods'];
  /** The people of the unit. */
  readonly people: ReactNode;
  /** The query string for links to other pages of scores. */
  readonly search: string;
  readonly language: Language;
}

/** A unit's score: how it stands, how that came about, and who works there. */
export function UnitExplanation({ score, periods, people, search, language }: UnitExplanationProps) {
  const { unit, periodCode, state, value, coverage, policyVersion, nodes } = score;
  return (
    <Explained
      language={language}
      after={people}
      head={
        <>
          <h1>{unit.name}</h1>
          {unit.parentId !== null && (
            <p className="whereabouts">
              <a href={`/scores/unit/${unit.parentId}${search}`}>{SCORE_WORDS.above[language]}</a>
            </p>
          )}
          <PeriodChoice period={periodCode} periods={periods} search={search} language={language} />
          <p className="unit-state" data-state={state}>
            <StateGlyph state={state} />
            {STATE_WORDS[state][language]}
          </p>
          {value !== null && (
            <>
              <ScoreFigure value={value} language={language} />
              <p className="indicative">{SCORE_WORDS.indicative[language]}</p>
            </>
          )}
          {state === 'TOO_FEW_PEOPLE' && <p className="why-none">{SCORE_WORDS.tooFewWhy[language]}</p>}
          <ScoreFacts coverage={coverage} policyVersion={policyVersion} language={language} />
        </>
      }
    >
      <ExplanationTree nodes={nodes} policyVersion={policyVersion} search={search} language={language} />
    </Explained>
  );
}
