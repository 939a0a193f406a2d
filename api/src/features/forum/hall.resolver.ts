import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
import { hallState, SCANS_OF_NETWORK_PER_HOUR, tooManyScans } from '../../domain/forum/accept-scan.js';
import { NOBODY } from '../../platform/auth/actor.js';
import { hashCode } from '../../platform/auth/token.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import type { HasUnits } from '../employees/unit.store.js';
import { heldRegion } from '../regions/held-region.js';
import type { HasRegions } from '../regions/region.store.js';
import { attendForum } from './attend-forum.js';
import type { HasForum } from './forum.store.js';
import { isHallCode } from './hall-code.js';
import {
  AttendForumInput,
  AttendForumResult,
  ForumAttended,
  ForumAttendRefused,
  ForumHall,
} from './hall.object.js';

type Ask = Context<HasForum & HasUnits & HasRegions & HasClock>;

const HOUR_SECONDS = 3600;

/** Who is there, by the QR code in the hall. Whoever is signed in here is nobody all the same. */
@Resolver()
export class HallResolver {
  @Query(() => ForumHall, {
    nullable: true,
    description:
      'The session whose code somebody has scanned in its hall; null for a wrong code. Open to everybody. NOT_FOUND for a region that this server does not hold.',
  })
  async forumHall(
    @InRegion() region: string,
    @Arg('session', () => Uuid, { description: 'The session, as the QR code names it.' }) id: string,
    @Arg('code', () => String, {
      description: 'What the QR code holds; case, spaces and dashes do not matter.',
    })
    typed: string,
    @Ctx() context: Ask,
  ): Promise<ForumHall | null> {
    const regionCode = await heldRegion(context, region);
    if (!isHallCode(context.key('hall-code'), regionCode, id, typed)) return null;
    return context.transact(regionCode, async (tx) => {
      const session = await tx.forum.session(id);
      if (session === null) return null;
      const { title, place, heldOn, unitId } = session;
      const unitName = (await tx.units.get(unitId))!.name;
      const state = hallState(session, localDate(tx.now));
      return Object.assign(new ForumHall(), { title, place, heldOn, unitName, state });
    });
  }

  @Mutation(() => AttendForumResult, {
    description:
      'Counts somebody who is in the hall of a session and has scanned its code, while it is held and on its day. Open to everybody, without an account; nothing is kept but sums. They stand beside what facilitators count, are never added to it, and are no number of a quorum. NOT_FOUND for a region that this server does not hold.',
  })
  async attendForum(
    @Arg('input', () => AttendForumInput, { description: 'Who is there.' }) input: AttendForumInput,
    @Ctx() context: Ask,
  ): Promise<typeof AttendForumResult> {
    const { region, key, session, code, groups } = input;
    const regionCode = await heldRegion(context, region);
    const codeKey = context.key('hall-code');
    const sessionId = isHallCode(codeKey, regionCode, session, code) ? session : null;
    // What the command's key is kept with: with a key of the server, or whoever has the table could try out the groups.
    const words = hashCode(codeKey, JSON.stringify(groups), ['groups', regionCode, key]).toString('hex');
    const room = sessionId === null ? null : await roomIn(context, regionCode, sessionId);
    const done = await context.unitOfWork.run(
      { verb: 'attendForum', actor: NOBODY, regionCode, key, input: { sessionId, words } },
      async (tx) =>
        room?.given === false ? tooManyScans(room.waitSeconds) : attendForum(tx, { sessionId, groups }),
    );
    // What did not count takes nothing from those who still come.
    if (room?.given === true && (!done.ok || done.replayed)) await room.giveBack();
    if (!done.ok) return commandRefusal(ForumAttendRefused, done.refusal);
    return Object.assign(new ForumAttended(), { replayed: done.replayed });
  }
}

function roomIn({ rations, door, now }: Ask, regionCode: string, sessionId: string) {
  const most = SCANS_OF_NETWORK_PER_HOUR;
  const { network } = door;
  return rations.take(
    regionCode,
    { what: 'SCAN', about: sessionId, network, most, windowSeconds: HOUR_SECONDS },
    now(),
  );
}
