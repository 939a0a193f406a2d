import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
import { REPORT_REFUSALS } from '../../domain/forum/accept-report.js';
import { refused } from '../../domain/outcome.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import {
  connectionOf,
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
import { commitmentsOnBoard } from './commitments-on-board.js';
import { dayKey, isDayKey, readDayKey } from './day-key.js';
import { photoLoader, sessionUnitLoader, stepsLoader } from './forum-loaders.js';
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
import type { ForumNeeds } from './forum-needs.js';
import { logEntry } from './log-entry.js';
import { seesPhoto } from './photos/sees-photo.js';

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
    const key = pageKey(args, isDayKey);
    const stores = context.read(region);
    const today = localDate(context.now());
    const unitIds = unit == null ? null : await stores.units.idsBelow(unit);
    const filter = { unitIds, openOnly, lateOn: lateOnly ? today : null };
    const after = key === null ? null : readDayKey(key);
    const from = after && { dueOn: after.day, id: after.id };
    const rows = await stores.commitments.page(filter, from, size + 1);
    return toPage(
      await commitmentsOnBoard(stores, rows),
      size,
      ({ dueOn, id }) => dayKey(dueOn, id),
      (row) => toCommitment(row, region, today),
    );
  }

  @Mutation(() => ReportCommitmentResult, {
    description:
      'Tells how far a promise of one’s own unit has come; citizens read it, and see its picture where it is public. Late reports are taken.',
  })
  async reportCommitment(
    @Arg('input', () => ReportCommitmentInput, {
      description: 'How far the promise has come, and the key of this wish.',
    })
    input: ReportCommitmentInput,
    @Ctx() context: Ask,
  ): Promise<typeof ReportCommitmentResult> {
    const {
      region: regionCode,
      key,
      commitment: commitmentId,
      state,
      note,
      photo = null,
      photoPublic,
    } = input;
    // What has no picture is the same command as before there were any: a retry of it is known.
    const shown = photo === null ? {} : { photo, photoPublic };
    const done = await context.unitOfWork.run(
      {
        ...{ verb: 'reportCommitment', actor: context.actor, regionCode, key },
        input: { commitmentId, state, note, ...shown },
      },
      async (tx) => {
        const promise = await tx.commitments.get(commitmentId);
        if (promise === null) return refused('COMMITMENT_UNKNOWN', REPORT_REFUSALS.COMMITMENT_UNKNOWN);
        const said = { part: 'REPORT' as const, commitment: commitmentId, state, note, photo, photoPublic };
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
  async steps(@Root() promise: Commitment, @Ctx() context: Ask): Promise<CommitmentStep[]> {
    const { regionCode, id, sessionId, ownerUnitId } = promise;
    const steps = await stepsLoader(context, regionCode).load(id);
    return Promise.all(
      steps.map(async (step) => {
        const photo = step.photoId == null ? null : await photoLoader(context, regionCode).load(step.photoId);
        if (photo === null || photo.public) return toCommitmentStep(step, photo);
        const unitOfSession = await sessionUnitLoader(context, regionCode).load(sessionId);
        const sees = seesPhoto(context.actor, [
          ownerUnitId,
          ...(unitOfSession === null ? [] : [unitOfSession]),
        ]);
        return toCommitmentStep(step, sees ? photo : null);
      }),
    );
  }
}
