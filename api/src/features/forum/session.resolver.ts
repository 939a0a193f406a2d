import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
import type { SignerRole } from '../../domain/forum/session-phase.js';
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
import { LocalDate, Uuid } from '../../platform/graphql/scalars.js';
import { unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasCommitments } from './commitment.store.js';
import { commitmentsOnBoard } from './commitments-on-board.js';
import { dayKey, isDayKey, readDayKey } from './day-key.js';
import { MOST_LAST_COMMITMENTS } from './draft-minutes.js';
import type { ForumEntryRow } from './entry.entity.js';
import { outcomesLoader, signaturesLoader } from './forum-loaders.js';
import {
  Commitment,
  ForumOutcome,
  ForumSeries,
  ForumSession,
  ForumSignature,
  toCommitment,
  toForumOutcome,
  toForumSeries,
  toForumSession,
} from './forum.object.js';
import { MOST_OUTCOMES, type HasForum } from './forum.store.js';
import { hallCode } from './hall-code.js';
import { ForumHallCode } from './hall.object.js';
import { outcomeState, sessionState } from './forum-state.js';

type Ask = Context<HasForum & HasCommitments & HasUnits & HasEmployees & HasClock>;

const ForumSeriesConnection = connectionOf('ForumSeries', () => ForumSeries);
const ForumSessionConnection = connectionOf('ForumSession', () => ForumSession);

@Resolver(() => ForumSeries)
export class ForumSeriesResolver {
  @Query(() => ForumSeriesConnection, {
    description: 'The forums of a region, oldest first; those of one unit and below, where named.',
  })
  async forumSeries(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: 'Only this unit and the units below it.' })
    unit: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<ForumSeries>> {
    const size = pageSize(args);
    const key = pageKey(args, isUuid);
    const { forum, units } = context.read(region);
    const unitIds = unit == null ? null : await units.idsBelow(unit);
    return toPage(await forum.seriesPage(unitIds, key, size + 1), size, ({ id }) => id, toForumSeries);
  }

  @FieldResolver(() => Unit, { description: 'The unit that invites.' })
  async unit(@Root() { regionCode, unitId }: ForumSeries, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, regionCode).load(unitId))!);
  }
}

@Resolver(() => ForumSession)
export class ForumSessionResolver {
  @Query(() => ForumSessionConnection, {
    description: 'Sessions of forums, the latest day first; those of one unit and below, where named.',
  })
  async forumSessions(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: 'Only this unit and the units below it.' })
    unit: string | null,
    @Arg('series', () => Uuid, { nullable: true, description: 'Only of this forum.' }) series: string | null,
    @Arg('from', () => LocalDate, { nullable: true, description: 'Only on or after this day.' })
    from: string | null,
    @Arg('to', () => LocalDate, { nullable: true, description: 'Only on or before this day.' })
    to: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<ForumSession>> {
    const size = pageSize(args);
    const key = pageKey(args, isDayKey);
    const { forum, units } = context.read(region);
    const unitIds = unit == null ? null : await units.idsBelow(unit);
    const after = key === null ? null : readDayKey(key);
    const filter = { unitIds, seriesId: series ?? null, from: from ?? null, to: to ?? null };
    const rows = await forum.sessionPage(filter, after && { heldOn: after.day, id: after.id }, size + 1);
    return toPage(
      rows,
      size,
      ({ heldOn, id }) => dayKey(heldOn, id),
      (row) => toForumSession(sessionState(row), region),
    );
  }

  @Query(() => ForumSession, {
    nullable: true,
    description: 'One session; null where there is none of this id.',
  })
  async forumSession(
    @InRegion() region: string,
    @Arg('id', () => Uuid, { description: 'UUID of the session.' }) id: string,
    @Ctx() context: Ask,
  ): Promise<ForumSession | null> {
    const row = await context.read(region).forum.session(id);
    return row && toForumSession(sessionState(row), region);
  }

  @FieldResolver(() => ForumSeries, { description: 'The forum that it is a meeting of.' })
  async series(@Root() { regionCode, seriesId }: ForumSession, @Ctx() context: Ask): Promise<ForumSeries> {
    const loader = context.loader(`series ${regionCode} ${seriesId}`, () =>
      context.read(regionCode).forum.series(seriesId),
    );
    return toForumSeries((await loader)!);
  }

  @FieldResolver(() => Unit, { description: 'The unit that invites.' })
  async unit(@Root() { regionCode, unitId }: ForumSession, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, regionCode).load(unitId))!);
  }

  @FieldResolver(() => [Unit], { description: 'Units that are to be there beside it.' })
  async concernedUnits(
    @Root() { regionCode, concerned }: ForumSession,
    @Ctx() context: Ask,
  ): Promise<Unit[]> {
    const rows = await unitLoader(context, regionCode).loadMany(concerned);
    return rows.flatMap((row) => (row === undefined || row instanceof Error ? [] : toUnit(row)));
  }

  @FieldResolver(() => [ForumOutcome], {
    description: `What was said or agreed, in its order, at most ${MOST_OUTCOMES}; what was withdrawn says so.`,
  })
  async outcomes(@Root() { regionCode, id }: ForumSession, @Ctx() context: Ask): Promise<ForumOutcome[]> {
    const rows = await outcomesLoader(context, regionCode).load(id);
    return rows.map((row) => toForumOutcome(outcomeState(row), regionCode));
  }

  @FieldResolver(() => [Commitment], {
    description: `What it looks back at: promises of its forum that nobody had settled when the forum met last, the earliest last day first, at most ${MOST_LAST_COMMITMENTS}.`,
  })
  async lastCommitments(
    @Root() { regionCode, seriesId, heldOn }: ForumSession,
    @Ctx() context: Ask,
  ): Promise<Commitment[]> {
    const stores = context.read(regionCode);
    const rows = await stores.commitments.before(seriesId, heldOn, MOST_LAST_COMMITMENTS);
    const today = localDate(context.now());
    return (await commitmentsOnBoard(stores, rows)).map((one) => toCommitment(one, regionCode, today));
  }

  @FieldResolver(() => [Commitment], {
    description: `What was promised in it, each under the id of its outcome, at most ${MOST_OUTCOMES}; nothing that was withdrawn.`,
  })
  async commitments(@Root() { regionCode, id }: ForumSession, @Ctx() context: Ask): Promise<Commitment[]> {
    const outcomes = await outcomesLoader(context, regionCode).load(id);
    const promises = outcomes.filter(({ kind }) => kind === 'COMMITMENT');
    if (promises.length === 0) return [];
    const stores = context.read(regionCode);
    const rows = await stores.commitments.byIds(promises.map((outcome) => outcome.id));
    const today = localDate(context.now());
    return (await commitmentsOnBoard(stores, rows)).map((one) => toCommitment(one, regionCode, today));
  }

  @FieldResolver(() => ForumHallCode, {
    nullable: true,
    description: 'The QR code for its hall. For those who hold it; null for others.',
  })
  hallCode(@Root() { regionCode, id, unitId }: ForumSession, @Ctx() context: Ask): ForumHallCode {
    const code = hallCode(context.key('hall-code'), regionCode, id);
    return Object.assign(new ForumHallCode(), { code, unitId });
  }

  @FieldResolver(() => [ForumSignature], {
    description: 'Who signed. For those who prepare or check the minutes; others are given an empty list.',
  })
  async signatures(
    @Root() { regionCode, id, unitId }: ForumSession,
    @Ctx() context: Ask,
  ): Promise<ForumSignature[]> {
    const rows = await signaturesLoader(context, regionCode).load(id);
    return rows.map((row) => toSignature(row, unitId));
  }
}

function toSignature({ said, takenAt }: ForumEntryRow, unitId: string): ForumSignature {
  const kept = JSON.parse(said ?? '{}') as {
    role?: SignerRole;
    name?: string;
    strokes?: number[][];
    covers?: unknown[];
  };
  return Object.assign(new ForumSignature(), {
    ...{ role: kept.role ?? null, name: kept.name ?? null, strokes: kept.strokes ?? [] },
    ...{ signedAt: takenAt, covered: kept.covers?.length ?? 0, unitId },
  });
}
