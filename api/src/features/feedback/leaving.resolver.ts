import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { tooMuchFeedback } from '../../domain/feedback/accept-feedback.js';
import {
  CONTACT_ERASURE_REFUSALS,
  type ContactErasureRefusalCode,
} from '../../domain/feedback/accept-contact-opening.js';
import { tooManyCodes } from '../../domain/complaint/accept-erasure.js';
import { refused } from '../../domain/outcome.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { NOBODY } from '../../platform/auth/actor.js';
import { hashCode, readCode, TRACKING_CODE_LENGTH } from '../../platform/auth/token.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal, toRefusal } from '../../platform/graphql/refusal.object.js';
import type { Done } from '../../platform/unit-of-work.js';
import { guessCode } from '../complaints/guess-code.js';
import { trackingCodes, trackingHash } from '../complaints/tracking-code.js';
import type { HasUnits } from '../employees/unit.store.js';
import { heldRegion } from '../regions/held-region.js';
import type { HasRegions } from '../regions/region.store.js';
import { typedCounterHash } from './counter-code.js';
import { PublicCounter } from './counter.object.js';
import { eraseFeedbackContact } from './erase-feedback-contact.js';
import { feedbackContactPlace } from './feedback-contact-seal.js';
import type { HasFeedbackContacts } from './feedback-contact.store.js';
import { EraseFeedbackContactInput, LeaveFeedbackInput } from './feedback.input.js';
import {
  EraseFeedbackContactResult,
  FeedbackContactErased,
  FeedbackLeft,
  FeedbackRefused,
  LeaveFeedbackResult,
} from './feedback.object.js';
import type { HasFeedback } from './feedback.store.js';
import { hourlyRoom } from './hourly-room.js';
import { leaveFeedback } from './leave-feedback.js';
import type { HasServiceCounters } from './service-counter.store.js';

type Stores = HasFeedback &
  HasFeedbackContacts &
  HasServiceCounters &
  HasUnits &
  HasRegions &
  HasTrail &
  HasClock;
type Ask = Context<Stores>;

/** What whoever stands before the QR code of a counter may do. Whoever is signed in here is nobody all the same. */
@Resolver()
export class LeavingResolver {
  @Query(() => PublicCounter, {
    nullable: true,
    description:
      'The counter whose QR code somebody has scanned; null for a code that is not in use (any more). Open to everybody. NOT_FOUND for a region that this server does not hold.',
  })
  async feedbackCounter(
    @InRegion() region: string,
    @Arg('code', () => String, {
      description: 'What the QR code holds; case, spaces and dashes do not matter.',
    })
    typed: string,
    @Ctx() context: Ask,
  ): Promise<PublicCounter | null> {
    const regionCode = await heldRegion(context, region);
    const hash = typedCounterHash(context.key('counter-code'), regionCode, typed);
    if (hash === null) return null;
    return context.transact(regionCode, async (tx) => {
      const counter = await tx.serviceCounters.byCode(hash);
      if (counter === null) return null;
      const unit = await tx.units.get(counter.unitId);
      const { name, open } = counter;
      return Object.assign(new PublicCounter(), { name, open, unitName: unit!.name });
    });
  }

  @Mutation(() => LeaveFeedbackResult, {
    description:
      'Leaves feedback at a counter. Open to everybody, without an account and without a name. What is more than a counter has visitors in an hour is taken all the same, and counts once a facilitator has looked. A contact is sealed apart from it. NOT_FOUND for a region that this server does not hold.',
  })
  async leaveFeedback(
    @Arg('input', () => LeaveFeedbackInput, {
      description: 'The code of the counter, the ratings, and the key of this wish.',
    })
    input: LeaveFeedbackInput,
    @Ctx() context: Ask,
  ): Promise<typeof LeaveFeedbackResult> {
    const { region, key, code: typed, ratings: rated, text = null, contact = null } = input;
    const regionCode = await heldRegion(context, region);
    const codeHash = typedCounterHash(context.key('counter-code'), regionCode, typed);
    const counterId = codeHash && (await counterAt(context, regionCode, codeHash));
    const ratings = rated.map(({ element, rating }) => ({ element, rating }));
    const codeKey = context.key('feedback-code');
    const codes = trackingCodes(codeKey, regionCode, NOBODY.id, key);
    const secrets = {
      erasureHashes: codes.map((code) => trackingHash(codeKey, regionCode, code)),
      placeOf: (id: string) => feedbackContactPlace(context, regionCode, id),
    };
    // What the command's key is kept with: with a key of the server, or whoever has the table could try out contacts.
    const words = hashCode(codeKey, JSON.stringify([ratings, text, contact]), ['words', regionCode]);
    // The code and not the counter: where it was renewed before a lost answer was asked for again, the input is the same.
    const command = { code: codeHash?.toString('hex') ?? null, words: words.toString('hex') };
    const room = counterId === null ? null : await hourlyRoom(context, regionCode, counterId);
    const done = await context.unitOfWork.run(
      { verb: 'leaveFeedback', actor: NOBODY, regionCode, key, input: command },
      async (tx) =>
        room?.taken === null
          ? tooMuchFeedback(room.waitSeconds)
          : leaveFeedback(
              tx,
              { counterId, ratings, text, contact, taken: room?.taken ?? 'WAITING' },
              secrets,
            ),
    );
    if (room !== null && room.taken !== null && (!done.ok || done.replayed)) await room.giveBack();
    if (!done.ok) return commandRefusal(FeedbackRefused, done.refusal);
    const { code } = done.value;
    return Object.assign(new FeedbackLeft(), {
      erasureCode: code === null ? null : codes[code]!,
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }

  @Mutation(() => EraseFeedbackContactResult, {
    description:
      'Erases the contact that was left with feedback, for good; the feedback stays. Open to everybody who has its code. Wrong codes are counted together with those of complaints, and soon make their network wait. NOT_FOUND for a region that this server does not hold.',
  })
  async eraseFeedbackContact(
    @Arg('input', () => EraseFeedbackContactInput, {
      description: 'The code of the feedback whose contact is erased, and the key of this wish.',
    })
    input: EraseFeedbackContactInput,
    @Ctx() context: Ask,
  ): Promise<typeof EraseFeedbackContactResult> {
    const { region, key, code: typed } = input;
    const regionCode = await heldRegion(context, region);
    const code = readCode(typed, TRACKING_CODE_LENGTH);
    if (code === null) return toRefusal(FeedbackRefused, UNKNOWN.refusal);
    const hash = trackingHash(context.key('feedback-code'), regionCode, code);
    const placeOf = (id: string) => feedbackContactPlace(context, regionCode, id);
    const command = { erasureHash: hash.toString('hex') };
    const guessed = await guessCode(context, regionCode, async () => {
      const value: Ended = await context.unitOfWork.run(
        { verb: 'eraseFeedbackContact', actor: NOBODY, regionCode, key, input: command },
        (tx) => eraseFeedbackContact(tx, hash, placeOf),
      );
      return { found: value.ok || !SAYS_NOTHING.has(value.refusal.code), value };
    });
    const done = guessed.looked ? guessed.value : tooManyCodes(guessed.wait);
    if (!done.ok) return commandRefusal(FeedbackRefused, done.refusal);
    return Object.assign(new FeedbackContactErased(), {
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }
}

type Ended = Done<{ feedbackId: string }, ContactErasureRefusalCode>;

/** Refusals that say nothing of feedback that there is. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['FEEDBACK_CODE_UNKNOWN', 'IDEMPOTENCY_CONFLICT']);
const UNKNOWN = refused('FEEDBACK_CODE_UNKNOWN', CONTACT_ERASURE_REFUSALS.FEEDBACK_CODE_UNKNOWN);

function counterAt(context: Ask, regionCode: string, codeHash: Buffer): Promise<string | null> {
  return context.transact(regionCode, async (tx) => (await tx.serviceCounters.byCode(codeHash))?.id ?? null);
}
