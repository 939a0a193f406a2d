import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AUDIENCE } from '../../../domain/access/audience.js';
import { formatCursor } from '../../../platform/changes/cursor.js';
import type { HasClock } from '../../../platform/clock.js';
import type { Context } from '../../../platform/graphql/context.js';
import { relationOf } from '../../../platform/graphql/guard-schema.js';
import { commandRefusal } from '../../../platform/graphql/refusal.object.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import type { HasIndicators } from '../../indicators/indicator.store.js';
import type { HasObservations } from '../../observations/observation.store.js';
import {
  CountersRefused,
  CountersReported,
  ReportCountersInput,
  ReportCountersResult,
  toReadingResult,
} from './counters.object.js';
import { reportCounters } from './report-counters.js';

type Ask = Context<HasEmployees & HasIndicators & HasObservations & HasClock>;

@Resolver()
export class CountersResolver {
  @Mutation(() => ReportCountersResult, {
    description:
      'Records what a system has measured, for services with the scope COUNTERS. Each reading is taken once under its own ' +
      'id, however often and in whatever batch it comes; one that is refused holds up no other.',
  })
  async reportCounters(
    @Arg('input', () => ReportCountersInput, { description: 'The readings.' }) input: ReportCountersInput,
    @Ctx() context: Ask,
  ): Promise<typeof ReportCountersResult> {
    const { region: regionCode, key, source } = input;
    const { actor } = context;
    const items = input.items.map(({ id, employeeId = null, nip = null, indicator, value, observedAt }) => ({
      ...{ id, employeeId, nip, indicator, value, observedAt },
    }));
    const command = { source, items };
    const done = await context.unitOfWork.run(
      { verb: 'reportCounters', actor, regionCode, key, input: command },
      (tx) =>
        reportCounters(
          tx,
          actor,
          command,
          (employeeId) => (relationOf(actor, { employeeId }) & AUDIENCE.HR_COUNTERS) !== 0,
        ),
    );
    if (!done.ok) return commandRefusal(CountersRefused, done.refusal);
    return Object.assign(new CountersReported(), {
      results: done.value.results.map(toReadingResult),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }
}
