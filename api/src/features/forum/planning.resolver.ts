import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { formatCursor, type Position } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import { PlanForumSeriesInput, PlanForumSessionInput, ShareMinutesInput } from './forum.input.js';
import {
  ForumRefused,
  ForumSeriesPlanned,
  ForumSessionRecorded,
  ForumSessionResult,
  PlanForumSeriesResult,
  toForumSeries,
  toForumSession,
} from './forum.object.js';
import type { HasForum } from './forum.store.js';
import { sessionState } from './forum-state.js';
import { planSeries } from './plan-series.js';
import { planSession } from './plan-session.js';
import { shareMinutes } from './share-minutes.js';

type Ask = Context<HasForum & HasUnits & HasClock>;

/** What is done about forums outside of the hall. */
@Resolver()
export class ForumPlanningResolver {
  @Mutation(() => PlanForumSeriesResult, { description: 'Founds a forum of a unit.' })
  async planForumSeries(
    @Arg('input', () => PlanForumSeriesInput, {
      description: 'The forum to found, and the key of this wish.',
    })
    input: PlanForumSeriesInput,
    @Ctx() context: Ask,
  ): Promise<typeof PlanForumSeriesResult> {
    const { region: regionCode, key, unit: unitId, kind, name, place, quorum } = input;
    const command = { unitId, kind, name, place, quorum };
    const done = await context.unitOfWork.run(
      { verb: 'planForumSeries', actor: context.actor, regionCode, key, input: command },
      (tx) => planSeries(tx, context.actor, command),
    );
    if (!done.ok) return commandRefusal(ForumRefused, done.refusal);
    const row = await context.read(regionCode).forum.series(done.value.seriesId);
    return Object.assign(new ForumSeriesPlanned(), {
      series: toForumSeries(row!),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }

  @Mutation(() => ForumSessionResult, {
    description: 'Plans a session of a forum, or plans it otherwise as long as nobody has opened it.',
  })
  async planForumSession(
    @Arg('input', () => PlanForumSessionInput, {
      description: 'The forum, the day and the agenda, and the key of this wish.',
    })
    input: PlanForumSessionInput,
    @Ctx() context: Ask,
  ): Promise<typeof ForumSessionResult> {
    const { region: regionCode, key, series: seriesId, session, title, place, heldOn, startsAt } = input;
    const command = {
      ...{ seriesId, sessionId: session ?? null, title, place, heldOn, startsAt },
      ...{ quorum: input.quorum, concerned: input.concerned },
      agenda: input.agenda.map((item) => ({ title: item.title, minutes: item.minutes })),
    };
    const done = await context.unitOfWork.run(
      { verb: 'planForumSession', actor: context.actor, regionCode, key, input: command },
      (tx) => planSession(tx, context.actor, command),
    );
    if (!done.ok) return commandRefusal(ForumRefused, done.refusal);
    return recorded(context, regionCode, done.value.sessionId, done);
  }

  @Mutation(() => ForumSessionResult, {
    description:
      'Lets everybody read the draft of a session’s minutes, before they are read back and signed.',
  })
  async shareMinutes(
    @Arg('input', () => ShareMinutesInput, {
      description: 'The session whose minutes are shared, and the key of this wish.',
    })
    input: ShareMinutesInput,
    @Ctx() context: Ask,
  ): Promise<typeof ForumSessionResult> {
    const { region: regionCode, key, session: sessionId } = input;
    const done = await context.unitOfWork.run(
      { verb: 'shareMinutes', actor: context.actor, regionCode, key, input: { sessionId } },
      (tx) => shareMinutes(tx, sessionId),
    );
    if (!done.ok) return commandRefusal(ForumRefused, done.refusal);
    return recorded(context, regionCode, sessionId, done);
  }
}

async function recorded(
  context: Ask,
  regionCode: string,
  sessionId: string,
  { position, replayed }: { readonly position: Position; readonly replayed: boolean },
): Promise<ForumSessionRecorded> {
  const row = await context.read(regionCode).forum.session(sessionId);
  return Object.assign(new ForumSessionRecorded(), {
    session: toForumSession(sessionState(row!), regionCode),
    cursor: formatCursor(position),
    replayed,
  });
}
