import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
import { REPORT_REFUSALS } from '../../domain/forum/accept-report.js';
import { refused } from '../../domain/outcome.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import {
  connectionOf,
  isUuid,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import type { CommitmentKey } from './commitment.store.js';
import { commitmentsOnBoard } from './commitments-on-board.js';
import { stepsLoader } from './forum-loaders.js';
import { ReportCommitmentInput } from './forum.input.js';
import {
  Commitment,
  CommitmentRecorded,
  CommitmentStep,
  ForumRefused,
  ReportCommitmentResult,
  toCommitment,
  toCommitmentStep,
} from './forum.object.js';
import { logEntry, type ForumNeeds } from './log-entry.js';

type Ask = Context<ForumNeeds>;

const CommitmentConnection = connectionOf('Commitment', () => Commitment);

@Resolver(() => Commitment)
export class CommitmentResolver {
  @Query(() => CommitmentConnection, {
    description:
      'Promises made in forums, the earliest last day first; those of one unit and below, where named.',
  })
  async commitments(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: 'Only of this unit and the units below it.' })
    unit: string | null,
    @Arg('openOnly', () => Boolean, {
      defaultValue: false,
      description: 'Only what was neither done nor given up.',
    })
    openOnly: boolean,
    @Arg('lateOnly', () => Boolean, { defaultValue: false, description: 'Only what is open and late today.' })
    lateOnly: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Commitment>> {
    const size = pageSize(args);
    const key = pageKey(args, isCommitmentKey);
    const stores = context.read(region);
    const today = localDate(context.now());
    const unitIds = unit == null ? null : await stores.units.idsBelow(unit);
    const filter = { unitIds, openOnly, lateOn: lateOnly ? today : null };
    const rows = await stores.commitments.page(
      filter,
      key === null ? null : readCommitmentKey(key),
      size + 1,
    );
    return toPage(
      await commitmentsOnBoard(stores, rows),
      size,
      ({ dueOn, id }) => `${dueOn} ${id}`,
      (row) => toCommitment(row, region, today),
    );
  }

  @Mutation(() => ReportCommitmentResult, {
    description:
      'Tells how far a promise of one’s own unit has come; citizens read it. Late reports are taken.',
  })
  async reportCommitment(
    @Arg('input', () => ReportCommitmentInput, { description: 'The report.' }) input: ReportCommitmentInput,
    @Ctx() context: Ask,
  ): Promise<typeof ReportCommitmentResult> {
    const { region: regionCode, key, commitment: commitmentId, state, note } = input;
    const done = await context.unitOfWork.run(
      {
        ...{ verb: 'reportCommitment', actor: context.actor, regionCode, key },
        input: { commitmentId, state, note },
      },
      async (tx) => {
        const promise = await tx.commitments.get(commitmentId);
        if (promise === null) return refused('COMMITMENT_UNKNOWN', REPORT_REFUSALS.COMMITMENT_UNKNOWN);
        const said = { part: 'REPORT', commitment: commitmentId, state, note } as const;
        return logEntry(tx, context.actor, promise.sessionId, { id: key, device: null, reason: null, said });
      },
    );
    if (!done.ok) return commandRefusal(ForumRefused, done.refusal);
    const stores = context.read(regionCode);
    const [row] = await commitmentsOnBoard(stores, await stores.commitments.byIds([commitmentId]));
    return Object.assign(new CommitmentRecorded(), {
      commitment: toCommitment(row!, regionCode, localDate(context.now())),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }

  @FieldResolver(() => [CommitmentStep], { description: 'What happened to it, in its order.' })
  async steps(@Root() { regionCode, id }: Commitment, @Ctx() context: Ask): Promise<CommitmentStep[]> {
    return (await stepsLoader(context, regionCode).load(id)).map(toCommitmentStep);
  }
}

function isCommitmentKey(text: string): boolean {
  const [day = '', id = '', ...more] = text.split(' ');
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && isUuid(id) && more.length === 0;
}

function readCommitmentKey(key: string): CommitmentKey {
  const [dueOn = '', id = ''] = key.split(' ');
  return { dueOn, id };
}
