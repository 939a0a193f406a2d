import { GraphQLError } from 'graphql';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  ERASURE_REFUSALS,
  tooManyCodes,
  type ErasureRefusalCode,
} from '../../domain/complaint/accept-erasure.js';
import { refused } from '../../domain/outcome.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { NOBODY } from '../../platform/auth/actor.js';
import { readCode, TRACKING_CODE_LENGTH } from '../../platform/auth/token.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal, toRefusal } from '../../platform/graphql/refusal.object.js';
import type { Done } from '../../platform/unit-of-work.js';
import type { HasUnits } from '../employees/unit.store.js';
import { heldRegion } from '../regions/held-region.js';
import type { HasRegions } from '../regions/region.store.js';
import { complainantPlace } from './complainant-seal.js';
import type { HasComplainants } from './complainant.store.js';
import { EraseComplainantInput } from './complaint.input.js';
import {
  ComplainantErased,
  ComplaintRefused,
  EraseComplainantResult,
  TrackedComplaint,
} from './complaint.object.js';
import type { HasComplaints } from './complaint.store.js';
import { eraseComplainant } from './erase-complainant.js';
import { guessCode } from './guess-code.js';
import { trackedComplaint } from './tracked-complaint.js';
import { trackingHash } from './tracking-code.js';

type Ask = Context<HasComplaints & HasComplainants & HasUnits & HasRegions & HasTrail & HasClock>;

/** What somebody may do who has the code of a complaint, whoever it is. */
@Resolver()
export class FollowingResolver {
  @Query(() => TrackedComplaint, {
    nullable: true,
    description:
      'What has become of a complaint, for whoever has its code; null for a wrong code. Open to everybody. Wrong codes are counted, and soon make their network wait (LIMIT_RATE). NOT_FOUND for a region that this server does not hold.',
  })
  async trackComplaint(
    @InRegion() region: string,
    @Arg('code', () => String, {
      description: 'The code that was shown when it was filed; case, spaces and dashes do not matter.',
    })
    typed: string,
    @Ctx() context: Ask,
  ): Promise<TrackedComplaint | null> {
    const regionCode = await heldRegion(context, region);
    const hash = hashOf(context, regionCode, typed);
    if (hash === null) return null;
    const guessed = await guessCode(context, regionCode, async () => {
      const value = await shown(context, regionCode, hash);
      return { found: value !== null, value };
    });
    if (!guessed.looked) throw new GuessedTooOften(guessed.wait);
    return guessed.value;
  }

  @Mutation(() => EraseComplainantResult, {
    description:
      'Erases the name and the contact of whoever filed a complaint, for good; the complaint stays. Open to everybody who has its code; wrong codes are counted as in trackComplaint. NOT_FOUND for a region that this server does not hold.',
  })
  async eraseComplainant(
    @Arg('input', () => EraseComplainantInput, {
      description: 'The tracking code of the complaint, and the key of this wish.',
    })
    input: EraseComplainantInput,
    @Ctx() context: Ask,
  ): Promise<typeof EraseComplainantResult> {
    const { region, key, code } = input;
    const regionCode = await heldRegion(context, region);
    const hash = hashOf(context, regionCode, code);
    if (hash === null) return toRefusal(ComplaintRefused, UNKNOWN.refusal);
    const placeOf = (id: string) => complainantPlace(context, regionCode, id);
    const command = { trackingHash: hash.toString('hex') };
    const guessed = await guessCode(context, regionCode, async () => {
      const value: Ended = await context.unitOfWork.run(
        { verb: 'eraseComplainant', actor: NOBODY, regionCode, key, input: command },
        (tx) => eraseComplainant(tx, hash, placeOf),
      );
      return { found: value.ok || !SAYS_NOTHING.has(value.refusal.code), value };
    });
    const done = guessed.looked ? guessed.value : tooManyCodes(guessed.wait);
    if (!done.ok) return commandRefusal(ComplaintRefused, done.refusal);
    return Object.assign(new ComplainantErased(), {
      complaint: (await shown(context, regionCode, hash))!,
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }
}

type Ended = Done<{ complaintId: string }, ErasureRefusalCode>;

/** Refusals that say nothing of a complaint that there is. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['TRACKING_CODE_UNKNOWN', 'IDEMPOTENCY_CONFLICT']);
const UNKNOWN = refused('TRACKING_CODE_UNKNOWN', ERASURE_REFUSALS.TRACKING_CODE_UNKNOWN);

/** Too many wrong codes came from a network. */
class GuessedTooOften extends GraphQLError {
  constructor(seconds: number) {
    const { id, en } = tooManyCodes(seconds).refusal.message;
    super(`${id} · ${en}`, { extensions: { code: 'LIMIT_RATE' } });
  }
}

function hashOf(context: Ask, regionCode: string, typed: string): Buffer | null {
  const code = readCode(typed, TRACKING_CODE_LENGTH);
  return code === null ? null : trackingHash(context.key('complaint-code'), regionCode, code);
}

function shown(context: Ask, regionCode: string, hash: Buffer): Promise<TrackedComplaint | null> {
  return context.transact(regionCode, async (tx) => {
    const row = await tx.complaints.byTracking(hash);
    return row && trackedComplaint(tx, row, (id) => complainantPlace(context, regionCode, id));
  });
}
