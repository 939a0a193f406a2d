import { ExplainUnitScoreDocument, UnitScoreDocument } from '@pantau/schema';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { useNews } from '../../lib/live/use-news.js';
import { useTitle } from '../../lib/use-title.js';
import { PeriodChoice } from './PeriodChoice.js';
import { SCORE_WORDS } from './score-words.js';
import { ScoreAnswer } from './ScoreAnswer.js';
import { ScorePage, type ScoreView } from './ScorePage.js';
import { Trouble } from './Trouble.js';
import { UnitExplanation } from './UnitExplanation.js';
import { UnitPeople } from './UnitPeople.js';

/** `/scores/unit/<unit>?region=…&period=…`: how a unit's score came about, and who works there. */
export default function UnitPage({ id }: { readonly id: string }) {
  return (
    <ScorePage title={SCORE_WORDS.titleUnit} walls>
      {(view) => <Unit {...view} id={id} />}
    </ScorePage>
  );
}

function Unit({ id, viewer, client, scope, search, language }: ScoreView & { readonly id: string }) {
  const { region, period, asOf, knownAt } = scope;
  const asked = useAnswer(client, ExplainUnitScoreDocument, { region, unit: id, period, asOf, knownAt });
  const name = asked.answer?.kind === 'GIVEN' ? asked.answer.data.explainUnitScore?.unit.name : undefined;
  const isNow = asOf === null && knownAt === null;
  useNews(isNow ? UnitScoreDocument : null, { unit: id, region }, asked.again);
  useTitle(name, SCORE_WORDS.titleUnit[language]);
  return (
    <ScoreAnswer asked={asked} moments={scope} search={search} language={language}>
      {({ explainUnitScore, periods }) =>
        explainUnitScore === null ? (
          <Trouble kind="NO_UNIT" language={language}>
            <PeriodChoice {...{ period, periods, search, language }} />
          </Trouble>
        ) : (
          <UnitExplanation
            score={explainUnitScore}
            periods={periods}
            people={
              // A screen on a wall shows nobody.
              viewer.kind === 'PERSON' && (
                <UnitPeople client={client} region={region} unit={id} search={search} language={language} />
              )
            }
            search={search}
            language={language}
          />
        )
      }
    </ScoreAnswer>
  );
}
