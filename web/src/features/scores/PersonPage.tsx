import { ExplainScoreDocument, MyScoreDocument } from '@pantau/schema';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { useNews } from '../../lib/live/use-news.js';
import { useTitle } from '../../lib/use-title.js';
import { PersonVerdicts } from '../contests/PersonVerdicts.js';
import { PeriodChoice } from './PeriodChoice.js';
import { PersonExplanation } from './PersonExplanation.js';
import { SCORE_WORDS } from './score-words.js';
import { ScoreAnswer } from './ScoreAnswer.js';
import { ScorePage, type ScoreView } from './ScorePage.js';
import { Trouble } from './Trouble.js';

/** `/scores/<employee>?region=…&period=…`: how one person's score came about. */
export default function PersonPage({ id }: { readonly id: string }) {
  return <ScorePage title={SCORE_WORDS.titlePerson}>{(view) => <Person {...view} id={id} />}</ScorePage>;
}

function Person({ id, viewer, client, scope, search, language }: ScoreView & { readonly id: string }) {
  const { region, period, asOf, knownAt } = scope;
  const asked = useAnswer(client, ExplainScoreDocument, { region, employee: id, period, asOf, knownAt });
  const name = asked.answer?.kind === 'GIVEN' ? asked.answer.data.explainScore?.employee.name : undefined;
  // Of others nobody is told live: each look at somebody's score is one that they hear of.
  const isOwnNow = viewer.employee?.id === id && asOf === null && knownAt === null;
  useNews(isOwnNow ? MyScoreDocument : null, {}, asked.again);
  useTitle(name, SCORE_WORDS.titlePerson[language]);
  return (
    <ScoreAnswer asked={asked} moments={scope} search={search} language={language}>
      {({ explainScore, periods }) => {
        if (explainScore === null) {
          return (
            <Trouble kind="NO_PERSON" language={language}>
              <PeriodChoice {...{ period, periods, search, language }} />
            </Trouble>
          );
        }
        const explained = { score: explainScore, periods, search, language };
        if (asOf !== null || knownAt !== null) return <PersonExplanation {...explained} />;
        return (
          <PersonVerdicts
            client={client}
            region={region}
            period={period}
            employee={explainScore.employee}
            speaker={viewer.employee?.id ?? null}
            language={language}
            onRecorded={asked.again}
          >
            {(verdicts) => <PersonExplanation {...explained} {...verdicts} />}
          </PersonVerdicts>
        );
      }}
    </ScoreAnswer>
  );
}
