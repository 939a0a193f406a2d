import { VerdictsDueDocument, type VerdictsDueQuery } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { groupBy } from '../../lib/group-by.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { PeopleLinks } from '../scores/PeopleLinks.js';
import { periodName } from '../scores/period-name.js';
import { Asked } from '../session/Asked.js';
import { APPRAISAL_WORDS } from './appraisal-words.js';

interface VerdictsDueProps {
  readonly client: Client;
  readonly region: string;
  /** Id of the employee who looks. */
  readonly appraiser: string;
  readonly language: Language;
}

/** Who waits for a verdict of whoever is signed in, by name, each a way to the page where it is given; else nothing. */
export function VerdictsDue({ client, region, appraiser, language }: VerdictsDueProps) {
  const asked = useAnswer(client, VerdictsDueDocument, { region, appraiser });
  if (asked.answer?.kind === 'GIVEN' && asked.answer.data.employeeScores.totalCount === 0) return null;
  return (
    <section className="panel verdicts-due" aria-labelledby="verdicts-due">
      <h2 id="verdicts-due">{APPRAISAL_WORDS.due[language]}</h2>
      <Asked asked={asked} language={language}>
        {(given) => <Waiting {...given} region={region} language={language} />}
      </Asked>
    </section>
  );
}

/** Exported for its test alone. */
export function Waiting({
  employeeScores: { totalCount, edges },
  periods,
  region,
  language,
}: VerdictsDueQuery & Pick<VerdictsDueProps, 'region' | 'language'>) {
  const byPeriod = groupBy(
    edges.map(({ node }) => node),
    ({ periodCode }) => periodCode,
  );
  return (
    <>
      <p className="hint">{APPRAISAL_WORDS.dueLead[language]}</p>
      {[...byPeriod].map(([period, scores]) => (
        <div key={period} className="people">
          <h3>{periodName(period, periods, language)}</h3>
          <PeopleLinks
            people={scores.map(({ employee }) => employee)}
            search={searchInLanguage(`?${new URLSearchParams({ region, period })}`, language)}
          />
        </div>
      ))}
      {totalCount > edges.length && (
        <p className="hint">
          {totalCount - edges.length} {APPRAISAL_WORDS.dueMore[language]}
        </p>
      )}
    </>
  );
}
