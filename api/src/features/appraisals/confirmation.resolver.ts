import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { formatAmount } from '../../domain/amount.js';
import type { ConfirmationRefusalCode } from '../../domain/appraisal/accept-confirmation.js';
import { creditPoints, type FunctionalLevel } from '../../domain/appraisal/credit-points.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import {
  countedConnectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { given } from '../../platform/graphql/loader.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import { Decimal, Instant } from '../../platform/graphql/scalars.js';
import type { Done } from '../../platform/unit-of-work.js';
import type { HasContests } from '../contests/contest.store.js';
import { Employee } from '../employees/employee.object.js';
import { employeeOf, namedEmployee } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasService } from '../employees/service.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { choosePairs } from '../employees/choose-pairs.js';
import type { HasScores } from '../scores/score.store.js';
import { confirmPredicate } from './confirm-predicate.js';
import { ConfirmedPredicateFilter, ConfirmPredicateInput } from './confirmation.input.js';
import {
  ConfirmationRefused,
  ConfirmedPredicate,
  PredicateConfirmed,
  PredicateConfirmedResult,
  toConfirmedPredicate,
} from './confirmation.object.js';
import type { ConfirmationPlace, HasConfirmations } from './confirmation.store.js';
import { FUNCTIONAL_LEVELS } from './credit-points.object.js';
import { monthsOf } from './months-of.js';

type Ask = Context<
  HasEmployees & HasUnits & HasService & HasIndicators & HasScores & HasContests & HasConfirmations & HasClock
>;

const ConfirmedPredicateConnection = countedConnectionOf('ConfirmedPredicate', () => ConfirmedPredicate);

/** Employee, period and id: the place of a confirmation in its list. */
function placeOf(text: string | null): ConfirmationPlace | null {
  const [employeeId = '', periodCode = '', id = '', ...more] = text?.split(' ') ?? [];
  const isPlace = isUuid(employeeId) && periodCode !== '' && isUuid(id) && more.length === 0;
  return isPlace ? { employeeId, periodCode, id } : null;
}

@Resolver(() => ConfirmedPredicate)
export class ConfirmationResolver {
  @Mutation(() => PredicateConfirmedResult, {
    description:
      "Records an appraiser's verdict on an employee's predicate. A person decides: what the system proposes binds nobody (UU 27/2022 Art. 10). An earlier verdict stays in the record.",
  })
  async confirmPredicate(
    @Arg('input', () => ConfirmPredicateInput, {
      description: 'The person, the period, both ratings and the note, and the key of this wish.',
    })
    input: ConfirmPredicateInput,
    @Ctx() context: Ask,
  ): Promise<typeof PredicateConfirmedResult> {
    const { region: regionCode, key, period: periodCode, employeeId, appraiserId, note } = input;
    const { workResult, behaviour } = input;
    const command = { employeeId, periodCode, appraiserId, workResult, behaviour, note };
    const done = await context.unitOfWork.run(
      { verb: 'confirmPredicate', actor: context.actor, regionCode, key, input: command },
      (tx) => confirmPredicate(tx, context.actor, command),
    );
    return answer(context, regionCode, done);
  }

  @Query(() => ConfirmedPredicateConnection, {
    description:
      'CONFIRMED predicates: the latest of everybody who has one and whom you may know, employee after employee in the order in which the employees were added; never ranked. Of one period, or of several with `filter`.',
  })
  async confirmedPredicates(
    @InRegion() region: string,
    @Arg('period', () => String, {
      nullable: true,
      description: 'Code of the period, e.g. "2026-Q4"; the same as one in `filter.periods`.',
    })
    period: string | null,
    @Arg('filter', () => ConfirmedPredicateFilter, {
      nullable: true,
      description: 'Which of them; empty: all.',
    })
    filter: ConfirmedPredicateFilter | null,
    @Arg('knownAt', () => Instant, {
      nullable: true,
      description:
        'Only what had been confirmed by this moment, and the latest by then; `superseded` and `stale` say what is so now. Empty: everything.',
    })
    knownAt: Date | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<ConfirmedPredicate>> {
    const size = pageSize(args);
    const { confirmations, units } = context.read(region);
    const chosen = {
      ...(await choosePairs({ units }, period, filter ?? {})),
      ...{ superseded: filter?.superseded ?? false, knownAt: knownAt ?? null },
    };
    const after = placeOf(pageKey(args, (text) => placeOf(text) !== null));
    return toPage(
      await confirmations.page(chosen, after, size + 1),
      size,
      (row) => `${row.employeeId} ${row.periodCode} ${row.id}`,
      (row) => toConfirmedPredicate(region, row),
      () => confirmations.count(chosen),
    );
  }

  @FieldResolver(() => Employee, { description: 'Whose predicate it is.' })
  async employee(@Root() root: ConfirmedPredicate, @Ctx() context: Ask): Promise<Employee> {
    return employeeOf(context, root.regionCode, root.employeeId);
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'Pejabat penilai: who decided; null where you may not know them.',
  })
  async appraiser(@Root() root: ConfirmedPredicate, @Ctx() context: Ask): Promise<Employee | null> {
    return namedEmployee(context, root.regionCode, root.appraiserId);
  }

  @FieldResolver(() => Decimal, {
    description:
      'Angka kredit that this predicate would bring over the months of its period to somebody of this level (CP rules; Peraturan BKN 3/2023). Regional HR sets what counts.',
  })
  creditPoints(
    @Root() root: ConfirmedPredicate,
    @Arg('level', () => FUNCTIONAL_LEVELS, { description: 'Jenjang jabatan fungsional.' })
    level: FunctionalLevel,
  ): string {
    const points = creditPoints(level, root.predicate, monthsOf(root.periodCode));
    if (!points.ok) throw new Error(`${root.periodCode}: ${points.refusal.code}`);
    return formatAmount(points.value);
  }
}

async function answer(
  context: Ask,
  regionCode: string,
  done: Done<{ confirmationId: string }, ConfirmationRefusalCode>,
): Promise<typeof PredicateConfirmedResult> {
  if (!done.ok) return commandRefusal(ConfirmationRefused, done.refusal);
  const row = await context.read(regionCode).confirmations.get(done.value.confirmationId);
  return Object.assign(new PredicateConfirmed(), {
    confirmed: toConfirmedPredicate(regionCode, given(row)),
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
