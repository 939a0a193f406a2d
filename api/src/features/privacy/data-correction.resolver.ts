import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import type { Done } from '../../platform/unit-of-work.js';
import { Employee, toEmployee } from '../employees/employee.object.js';
import { employeeLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import { answerCorrection } from './answer-correction.js';
import {
  AnswerCorrectionInput,
  DataCorrection,
  DataCorrectionRecorded,
  DataCorrectionRefused,
  DataCorrectionResult,
  RequestCorrectionInput,
  toDataCorrection,
} from './data-correction.object.js';
import type { HasDataCorrections } from './data-correction.store.js';
import { requestCorrection } from './request-correction.js';

type Ask = Context<HasDataCorrections & HasEmployees & HasUnits & HasClock>;

const DataCorrectionConnection = connectionOf('DataCorrection', () => DataCorrection);

@Resolver(() => DataCorrection)
export class DataCorrectionResolver {
  @Mutation(() => DataCorrectionResult, {
    description:
      'Asks for a correction of the data kept about whoever asks (UU 27/2022 Art. 6). The clock of 72 hours begins at once.',
  })
  async requestCorrection(
    @Arg('input', () => RequestCorrectionInput, {
      description: 'What is wrong and what it should be, and the key of this wish.',
    })
    input: RequestCorrectionInput,
    @Ctx() context: Ask,
  ): Promise<typeof DataCorrectionResult> {
    const { region: regionCode, key, about, text, wanted = null } = input;
    const command = { about, text, wanted };
    const done = await context.unitOfWork.run(
      { verb: 'requestCorrection', actor: context.actor, regionCode, key, input: command },
      (tx) => requestCorrection(tx, context.actor, command),
    );
    return answer(context, regionCode, done);
  }

  @Mutation(() => DataCorrectionResult, {
    description:
      'Answers a request to correct data, for good. The data themselves are changed where they come from: by an import, or by a command of their own.',
  })
  async answerCorrection(
    @Arg('input', () => AnswerCorrectionInput, {
      description: 'The request, the decision, and the key of this wish.',
    })
    input: AnswerCorrectionInput,
    @Ctx() context: Ask,
  ): Promise<typeof DataCorrectionResult> {
    const { region: regionCode, key, id: requestId, decision, note } = input;
    const command = { requestId, decision, note };
    const done = await context.unitOfWork.run(
      { verb: 'answerCorrection', actor: context.actor, regionCode, key, input: command },
      (tx) => answerCorrection(tx, context.actor, command),
    );
    return answer(context, regionCode, done);
  }

  @Query(() => DataCorrectionConnection, {
    description:
      "Requests to correct data, oldest first, so that the one that is due first stands first: the own ones, and everybody's for an administrator.",
  })
  async corrections(
    @InRegion() region: string,
    @Arg('openOnly', () => Boolean, {
      defaultValue: false,
      description: 'Only those that nobody has answered.',
    })
    openOnly: boolean,
    @Arg('ownOnly', () => Boolean, { defaultValue: false, description: 'Only those of whoever asks.' })
    ownOnly: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<DataCorrection>> {
    const size = pageSize(args);
    const key = pageKey(args, isUuid);
    const own = context.actor.employeeId;
    if (ownOnly && own === null) return toPage([], size, () => '', toDataCorrection);
    const filter = { employeeId: ownOnly ? own : null, openOnly };
    const rows = await context.read(region).dataCorrections.page(filter, key, size + 1);
    return toPage(rows, size, ({ id }) => id, toDataCorrection);
  }

  @FieldResolver(() => Employee, { description: 'The employee who asks for the correction.' })
  async employee(@Root() { regionCode, employeeId }: DataCorrection, @Ctx() context: Ask): Promise<Employee> {
    return toEmployee((await employeeLoader(context, regionCode).load(employeeId))!);
  }

  @FieldResolver(() => Boolean, { description: 'Whether nobody has answered and the 72 hours are over.' })
  overdue(@Root() { decision, dueAt }: DataCorrection, @Ctx() context: Ask): boolean {
    return decision === null && dueAt < context.now();
  }
}

async function answer(
  context: Ask,
  regionCode: string,
  done: Done<{ requestId: string }, string>,
): Promise<typeof DataCorrectionResult> {
  if (!done.ok) return commandRefusal(DataCorrectionRefused, done.refusal);
  const row = await context.read(regionCode).dataCorrections.get(done.value.requestId);
  return Object.assign(new DataCorrectionRecorded(), {
    correction: toDataCorrection(row!),
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
