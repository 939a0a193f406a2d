import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { amount } from '../../domain/amount.js';
import type { Context } from '../../platform/graphql/context.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { Observation } from '../observations/observation.object.js';
import type { PlanNeeds } from '../scores/load-plans.js';
import { pairKey } from '../scores/pair-key.js';
import { replayScores } from '../scores/replay-scores.js';
import { EmployeeScore, type Computed } from '../scores/score.object.js';
import { groupBy } from '../../platform/group-by.js';
import { Contest, ScoreIfUpheld, toContest, toScoreIfUpheld } from './contest.object.js';
import type { Contested, HasContests } from './contest.store.js';

type Ask = Context<HasContests & PlanNeeds>;

/** Everything that counts now. */
const NOW = { asOf: null, knownAt: null } as const;

/** What contests say about an observation. */
@Resolver(() => Observation)
export class ContestedObservationResolver {
  @FieldResolver(() => Contest, {
    nullable: true,
    description: 'The objection to this observation, open or ruled on; null where there is none.',
  })
  async contest(@Root() { regionCode, id }: Observation, @Ctx() context: Ask): Promise<Contest | null> {
    const loader = context.loader(
      `contests of observations ${regionCode}`,
      () =>
        new DataLoader<string, Contested | null>(async (ids) => {
          const found = await context.read(regionCode).contests.ofObservations(ids);
          const contests = new Map(found.map((contested) => [contested.observationId, contested]));
          return ids.map((one) => contests.get(one) ?? null);
        }),
    );
    const contested = await loader.load(id);
    return contested === null ? null : toContest(regionCode, contested);
  }
}

/** What contests say about a score. */
@Resolver(() => EmployeeScore)
export class ContestedScoreResolver {
  @FieldResolver(() => Int, {
    description:
      'Objections of this employee to observations of this period that wait for a ruling today, also where the score is looked back to.',
  })
  async openContests(@Root() score: EmployeeScore, @Ctx() context: Ask): Promise<number> {
    return (await openLoader(context, score.regionCode).load(score)).length;
  }

  @FieldResolver(() => ScoreIfUpheld, {
    nullable: true,
    description:
      'The score as it would be if all open objections were upheld; null where there is none, and looking back.',
  })
  async ifUpheld(@Root() score: EmployeeScore, @Ctx() context: Ask): Promise<ScoreIfUpheld | null> {
    if (score.computed !== null) return null;
    const open = await openLoader(context, score.regionCode).load(score);
    if (open.length === 0) return null;
    const { employeeId, periodCode } = score;
    const without = open.map(({ observationId }) => observationId);
    const upheld = await upheldLoader(context, score.regionCode).load({ employeeId, periodCode, without });
    return toScoreIfUpheld(score.value === null ? null : amount(score.value), upheld.score);
  }
}

/** The request's loader of open contests by employee and period. */
function openLoader(context: Ask, region: string): DataLoader<EmployeePeriod, readonly Contested[], string> {
  return context.loader(
    `open contests ${region}`,
    () =>
      new DataLoader<EmployeePeriod, readonly Contested[], string>(
        async (pairs) => {
          const open = groupBy(await context.read(region).contests.openOf(pairs), pairKey);
          return pairs.map((pair) => open.get(pairKey(pair)) ?? []);
        },
        { cacheKeyFn: pairKey },
      ),
  );
}

interface Without extends EmployeePeriod {
  readonly without: readonly string[];
}

/** The request's loader of scores without contested observations: these are nobody else's, so one look does for all. */
function upheldLoader(context: Ask, region: string): DataLoader<Without, Computed, string> {
  return context.loader(
    `scores if upheld ${region}`,
    () =>
      new DataLoader<Without, Computed, string>(
        async (pairs) => {
          const without = pairs.flatMap((pair) => pair.without);
          const scores = await context.readAtOnce(region, (once) =>
            replayScores(once, pairs, { view: NOW, without }),
          );
          return pairs.map((pair) => scores.get(pairKey(pair))!);
        },
        { cacheKeyFn: pairKey },
      ),
  );
}
