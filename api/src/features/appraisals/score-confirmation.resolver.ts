import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { storedPeriod } from '../../domain/calendar.js';
import { appraiserOn } from '../../domain/people/reporting-line.js';
import type { Context } from '../../platform/graphql/context.js';
import { Employee } from '../employees/employee.object.js';
import { namedEmployee } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { lineLoader } from '../employees/reporting-line.resolver.js';
import type { HasService } from '../employees/service.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { pairKey } from '../scores/pair-key.js';
import { EmployeeScore } from '../scores/score.object.js';
import { groupBy } from '../../platform/group-by.js';
import { ConfirmedPredicate, toConfirmedPredicate } from './confirmation.object.js';
import type { Confirmation, HasConfirmations } from './confirmation.store.js';

type Ask = Context<HasConfirmations & HasEmployees & HasUnits & HasService>;

/** Versions of one verdict that are given; each needs a period opened again, or a ruling, so there are few. */
const VERSIONS = 20;

/** What an appraiser made of a score. */
@Resolver(() => EmployeeScore)
export class ScoreConfirmationResolver {
  @FieldResolver(() => ConfirmedPredicate, {
    nullable: true,
    description:
      'The predicate that an appraiser confirmed last; null where nobody has. Looking back, as it stood at `changedAt`.',
  })
  async confirmed(@Root() score: EmployeeScore, @Ctx() context: Ask): Promise<ConfirmedPredicate | null> {
    return (await this.confirmations(score, context))[0] ?? null;
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description:
      'Pejabat penilai: whose verdict it is, the appraiser on record on the last day of the period (CF7); null where nobody is on record, or nobody whom you may know. Looking back, too, it is who is on record now.',
  })
  async verdictBy(@Root() score: EmployeeScore, @Ctx() context: Ask): Promise<Employee | null> {
    const { regionCode, employeeId, periodCode } = score;
    const lines = await lineLoader(context, regionCode).load(employeeId);
    const appraiserId = appraiserOn(storedPeriod(periodCode).endsOn, lines, employeeId);
    return appraiserId === null ? null : namedEmployee(context, regionCode, appraiserId);
  }

  @FieldResolver(() => [ConfirmedPredicate], {
    description: `Every version of the confirmed predicate, newest first, at most ${VERSIONS}. Looking back, those recorded by \`changedAt\`.`,
  })
  async confirmations(@Root() score: EmployeeScore, @Ctx() context: Ask): Promise<ConfirmedPredicate[]> {
    const { regionCode, computed, changedAt } = score;
    const rows = await confirmationLoader(context, regionCode).load(score);
    const known = computed === null ? rows : rows.filter(({ recordedAt }) => recordedAt <= changedAt);
    return known.map((row) => toConfirmedPredicate(regionCode, row));
  }
}

/** The request's loader of confirmations: one statement for all scores that a page shows. */
function confirmationLoader(
  context: Ask,
  region: string,
): DataLoader<EmployeePeriod, readonly Confirmation[], string> {
  return context.loader(
    `confirmations ${region}`,
    () =>
      new DataLoader<EmployeePeriod, readonly Confirmation[], string>(
        async (pairs) => {
          const rows = await context.read(region).confirmations.historyOf(pairs, VERSIONS);
          const found = groupBy(rows, pairKey);
          return pairs.map((pair) => found.get(pairKey(pair)) ?? []);
        },
        { cacheKeyFn: pairKey },
      ),
  );
}
