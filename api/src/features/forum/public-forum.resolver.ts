import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
import { tooManyCodes } from '../../domain/complaint/accept-erasure.js';
import { attended } from '../../domain/forum/entry.js';
import { hasCome } from '../../domain/forum/session-phase.js';
import { readCode } from '../../platform/auth/token.js';
import type { HasClock } from '../../platform/clock.js';
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
import { Uuid } from '../../platform/graphql/scalars.js';
import { groupBy } from '../../platform/group-by.js';
import { guessCode } from '../complaints/guess-code.js';
import type { HasUnits } from '../employees/unit.store.js';
import { heldRegion } from '../regions/held-region.js';
import type { HasRegions } from '../regions/region.store.js';
import type { CommitmentRow } from './commitment.entity.js';
import type { HasCommitments } from './commitment.store.js';
import { commitmentsOnBoard } from './commitments-on-board.js';
import { toCommitmentStep } from './forum.object.js';
import type { HasForum } from './forum.store.js';
import { publicAddress } from './photos/commitment-photo.object.js';
import type { HasForumPhotos } from './photos/photo.store.js';
import { dayKey, isDayKey, readDayKey } from './day-key.js';
import {
  PublicCommitment,
  PublicForumPhoto,
  PublicForumSession,
  PublicForumUnit,
  PublicOutcome,
  PublicPromises,
  toPublicCommitment,
  TrackedOutcome,
} from './public-forum.object.js';
import { ASKER_CODE_LENGTH, askerHash } from './read-entry.js';
import type { ForumSessionRow } from './session.entity.js';

type Stores = HasForum & HasForumPhotos & HasCommitments & HasUnits & HasRegions & HasClock;
type Ask = Context<Stores>;

const PublicForumSessionConnection = connectionOf('PublicForumSession', () => PublicForumSession);
const PublicCommitmentConnection = connectionOf('PublicCommitment', () => PublicCommitment);
const ONE_UNIT = 'Only of this unit and the units below it.';
/** A region has at most a few hundred units. */
const MOST_UNITS = 1_000;

/** «Kamu bilang – kami kerjakan»: what citizens may see of forums and promises, whoever they are. */
@Resolver()
export class PublicForumResolver {
  @Query(() => [PublicForumUnit], {
    description:
      'The units of a region, in office order. Open to everybody. NOT_FOUND for a region that this server does not hold.',
  })
  async publicForumUnits(@InRegion() region: string, @Ctx() context: Ask): Promise<PublicForumUnit[]> {
    const regionCode = await heldRegion(context, region);
    const units = await context.readWhole(regionCode, (tx) => tx.units.page(null, MOST_UNITS));
    return units.map(({ id, name }) => Object.assign(new PublicForumUnit(), { id, name }));
  }

  @Query(() => PublicPromises, {
    description:
      'How many promises are under way, late, kept. Open to everybody. NOT_FOUND for a region that this server does not hold.',
  })
  async publicPromises(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: ONE_UNIT }) unit: string | null,
    @Ctx() context: Ask,
  ): Promise<PublicPromises> {
    const regionCode = await heldRegion(context, region);
    return context.readWhole(regionCode, async (tx) => {
      const unitIds = unit == null ? null : await tx.units.idsBelow(unit);
      return Object.assign(new PublicPromises(), await tx.commitments.figures(unitIds, localDate(tx.now)));
    });
  }

  @Query(() => PublicCommitmentConnection, {
    description:
      'Promises: those under way, the earliest last day first, or those that were settled, the latest first. Open to everybody. NOT_FOUND for a region that this server does not hold.',
  })
  async publicCommitments(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: ONE_UNIT }) unit: string | null,
    @Arg('settled', () => Boolean, { defaultValue: false, description: 'Those that were done or given up.' })
    settled: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<PublicCommitment>> {
    const size = pageSize(args);
    const key = pageKey(args, isDayKey);
    const regionCode = await heldRegion(context, region);
    return context.readWhole(regionCode, async (tx) => {
      const unitIds = unit == null ? null : await tx.units.idsBelow(unit);
      const after = key === null ? null : readDayKey(key);
      const rows = settled
        ? await tx.commitments.settledPage(unitIds, after, size + 1)
        : await tx.commitments.page(
            { unitIds, openOnly: true, lateOn: null },
            after && { dueOn: after.day, id: after.id },
            size + 1,
          );
      const keys = new Map(rows.map((row) => [row.id, dayKey(settled ? row.settledOn! : row.dueOn, row.id)]));
      const shown = await publicCommitments(tx, rows);
      return toPage(
        shown,
        size,
        ({ id }) => keys.get(id)!,
        (promise) => promise,
      );
    });
  }

  @Query(() => PublicForumSessionConnection, {
    description:
      'Sessions of forums, the latest day first. Open to everybody. NOT_FOUND for a region that this server does not hold.',
  })
  async publicForumSessions(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: ONE_UNIT }) unit: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<PublicForumSession>> {
    const size = pageSize(args);
    const key = pageKey(args, isDayKey);
    const regionCode = await heldRegion(context, region);
    return context.readWhole(regionCode, async (tx) => {
      const unitIds = unit == null ? null : await tx.units.idsBelow(unit);
      const after = key === null ? null : readDayKey(key);
      const filter = { unitIds, seriesId: null, from: null, to: null };
      const rows = await tx.forum.sessionPage(filter, after && { heldOn: after.day, id: after.id }, size + 1);
      const shown = await publicSessions(tx, rows);
      return toPage(
        shown,
        size,
        ({ heldOn, id }) => dayKey(heldOn, id),
        (session) => session,
      );
    });
  }

  @Query(() => TrackedOutcome, {
    nullable: true,
    description:
      'What has become of something said in a forum, for whoever has its code; null for a wrong code. Open to everybody. Wrong codes are counted, and soon make their network wait (LIMIT_RATE). NOT_FOUND for a region that this server does not hold.',
  })
  async trackForumOutcome(
    @InRegion() region: string,
    @Arg('code', () => String, {
      description: 'The code that was shown when it was written down; case, spaces and dashes do not matter.',
    })
    typed: string,
    @Ctx() context: Ask,
  ): Promise<TrackedOutcome | null> {
    const regionCode = await heldRegion(context, region);
    const code = readCode(typed, ASKER_CODE_LENGTH);
    if (code === null) return null;
    const hash = askerHash(context.key('forum-code'), regionCode, code);
    const guessed = await guessCode(context, regionCode, async () => {
      const value = await context.readWhole(regionCode, (tx) => tracked(tx, hash));
      return { found: value !== null, value };
    });
    if (guessed.looked) return guessed.value;
    const { id, en } = tooManyCodes(guessed.wait).refusal.message;
    throw new GraphQLError(`${id} · ${en}`, { extensions: { code: 'LIMIT_RATE' } });
  }
}

async function publicCommitments(tx: Stores, rows: readonly CommitmentRow[]): Promise<PublicCommitment[]> {
  const today = localDate(tx.now);
  const all = await tx.commitments.stepsOf(rows.map(({ id }) => id));
  const steps = groupBy(all, ({ commitmentId }) => commitmentId);
  const pictures = await tx.forumPhotos.byIds(all.flatMap(({ photoId }) => photoId ?? []));
  const shown = new Map(pictures.filter((photo) => photo.public).map((photo) => [photo.id, photo]));
  return (await commitmentsOnBoard(tx, rows)).map((promise) =>
    toPublicCommitment(
      promise,
      (steps.get(promise.id) ?? []).map((step) =>
        toCommitmentStep(step, shown.get(step.photoId ?? '') ?? null),
      ),
      today,
    ),
  );
}

async function publicSessions(tx: Stores, rows: readonly ForumSessionRow[]): Promise<PublicForumSession[]> {
  const isRead = ({ phase }: ForumSessionRow) => hasCome(phase, 'SHARED');
  const outcomes = groupBy(
    await tx.forum.outcomesOf(rows.filter(isRead).map(({ id }) => id)),
    ({ sessionId }) => sessionId,
  );
  const pictures = groupBy(
    (await tx.forumPhotos.ofSessions(rows.map(({ id }) => id))).filter((photo) => photo.public),
    ({ sessionId }) => sessionId,
  );
  const units = await tx.units.byIds([...new Set(rows.map(({ unitId }) => unitId))]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const series = await tx.forum.seriesByIds([...new Set(rows.map(({ seriesId }) => seriesId))]);
  const kinds = new Map(series.map(({ id, kind }) => [id, kind]));
  return rows.map(({ id, title, heldOn, startsAt, place, phase, attendance, unitId, seriesId }) =>
    Object.assign(new PublicForumSession(), {
      ...{ id, title, heldOn, startsAt, place, phase, attended: attended(attendance) },
      ...{ unitName: names.get(unitId)!, kind: kinds.get(seriesId)! },
      outcomes: (outcomes.get(id) ?? [])
        .filter(({ withdrawn }) => !withdrawn)
        .map(({ id: outcome, kind, text, amends: amended }) =>
          Object.assign(new PublicOutcome(), { id: outcome, kind, text, amended }),
        ),
      photos: (pictures.get(id) ?? []).map((photo) =>
        Object.assign(new PublicForumPhoto(), {
          ...{ id: photo.id, address: publicAddress(photo), width: photo.width, height: photo.height },
          about:
            (outcomes.get(id) ?? []).find((one) => one.id === photo.outcomeId && !one.withdrawn)?.text ??
            null,
        }),
      ),
    }),
  );
}

async function tracked(tx: Stores, hash: Buffer): Promise<TrackedOutcome | null> {
  const outcome = await tx.forum.byTracking(hash);
  if (outcome === null) return null;
  const session = (await tx.forum.session(outcome.sessionId))!;
  const unit = (await tx.units.get(session.unitId))!;
  const answers = await tx.forum.answersTo(outcome.id);
  const rows = await tx.commitments.byIds([outcome.id, ...answers.map(({ id }) => id)]);
  const commitments = await publicCommitments(tx, rows);
  const { kind, text, withdrawn, takenAt } = outcome;
  const moments = [takenAt, ...commitments.map(({ movedAt }) => movedAt)].map((at) => at.getTime());
  return Object.assign(new TrackedOutcome(), {
    ...{ kind, text, withdrawn, commitments, unitName: unit.name },
    ...{ sessionTitle: session.title, heldOn: session.heldOn, movedAt: new Date(Math.max(...moments)) },
  });
}
