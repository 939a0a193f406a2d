import type { GraphQLResolveInfo } from 'graphql';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import { scoreWorkResult } from '../../domain/scoring/score-employee.js';
import { weightOf } from '../../domain/scoring/weight-of.js';
import { asksFor } from '../../platform/graphql/asks-for.js';
import { BEFOREHAND } from '../../platform/graphql/read-beforehand.js';
import { toEmployee } from '../employees/employee.object.js';
import { toIndicator, type Indicator } from '../indicators/indicator.object.js';
import { daysIn, type PlanNeeds } from './load-plans.js';
import { EmployeeScore, ScorePart, toEmployeeScore } from './score.object.js';
import type { ScoreOnPage, ScorePage } from './score-page.store.js';

/** A page of scores with the people and their parts, where the query asks for them: one statement for all of it. */
export async function readPage(
  stores: Pick<PlanNeeds, 'scores' | 'policies'>,
  place: { readonly periodCode: string; readonly after: string | null; readonly limit: number },
  info: GraphQLResolveInfo,
): Promise<EmployeeScore[]> {
  const beside = {
    people: asksFor(info, 'edges', 'node', 'employee'),
    work: asksFor(info, 'edges', 'node', 'parts'),
  };
  const page = await stores.scores.pageWith(place, beside);
  const { policyVersion } = page;
  const policy = policyVersion === null ? null : await stores.policies.numbersOf(policyVersion);
  const indicators = new Map([...page.indicators].map(([id, row]) => [id, toIndicator(row)]));
  return page.rows.map((row) =>
    Object.assign(toEmployeeScore(row.score), {
      [BEFOREHAND]: {
        employee: row.person === null ? undefined : toEmployee(row.person),
        parts: policy === null ? undefined : () => partsOf(row, page, policy, indicators),
      },
    }),
  );
}

function partsOf(
  { score, work, served }: ScoreOnPage,
  page: ScorePage,
  policy: ScoringPolicy,
  indicators: ReadonlyMap<string, Indicator>,
): ScorePart[] {
  const { regionCode, periodCode } = score;
  const planned = work.map((one) => {
    const { code, aggregation } = page.indicators.get(one.indicatorId)!;
    return { ...one, aggregation, weight: weightOf(policy, one.role, code, one.weight) };
  });
  const { parts } = scoreWorkResult(planned, { served, ofDays: daysIn(periodCode) }, policy);
  // In the order of the plan, one part for each indicator.
  return parts.map(
    (part, place) => new ScorePart(regionCode, part, planned[place]!, indicators.get(part.indicatorId)),
  );
}
