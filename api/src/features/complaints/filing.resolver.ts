import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AUDIENCE } from '../../domain/access/audience.js';
import { relationTo } from '../../domain/access/scope.js';
import { COMPLAINTS_PER_HOUR, tooManyComplaints } from '../../domain/complaint/accept-complaint.js';
import { NOBODY } from '../../platform/auth/actor.js';
import { hashCode } from '../../platform/auth/token.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import type { HasWorkingCalendar } from '../employees/calendar-day.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import { heldRegion } from '../regions/held-region.js';
import type { HasRegions } from '../regions/region.store.js';
import { complainantPlace } from './complainant-seal.js';
import type { HasComplainants } from './complainant.store.js';
import { FileComplaintInput } from './complaint.input.js';
import {
  ComplaintFiled,
  ComplaintOffice,
  ComplaintRefused,
  FileComplaintResult,
} from './complaint.object.js';
import type { HasComplaints } from './complaint.store.js';
import { fileComplaint } from './file-complaint.js';
import { trackedComplaint } from './tracked-complaint.js';
import { trackingCodes, trackingHash } from './tracking-code.js';

type Stores = HasComplaints & HasComplainants & HasUnits & HasWorkingCalendar & HasRegions & HasClock;
type Ask = Context<Stores>;

const HOUR_SECONDS = 3600;
/** A region has at most a few hundred units. */
const MOST_OFFICES = 1_000;

/** Filing, open to everybody. Whoever is signed in here is nobody all the same. */
@Resolver()
export class FilingResolver {
  @Query(() => [ComplaintOffice], {
    description:
      'The units that a complaint can be about, in office order. Open to everybody. NOT_FOUND for a region that this server does not hold.',
  })
  async complaintOffices(@InRegion() region: string, @Ctx() context: Ask): Promise<ComplaintOffice[]> {
    await heldRegion(context, region);
    const units = await context.transact(region, (tx) => tx.units.page(null, MOST_OFFICES));
    return units.map(({ id, name }) => Object.assign(new ComplaintOffice(), { id, name }));
  }

  @Mutation(() => FileComplaintResult, {
    description:
      'Files a complaint. Open to everybody; what employees file about their own office is recorded like that of strangers. Name and contact are sealed apart from it. NOT_FOUND for a region that this server does not hold.',
  })
  async fileComplaint(
    @Arg('input', () => FileComplaintInput, {
      description: 'What is complained of and where, and the key of this wish.',
    })
    input: FileComplaintInput,
    @Ctx() context: Ask,
  ): Promise<typeof FileComplaintResult> {
    const { region, key, unit: unitId, channel, text, naming, complainant: given = null } = input;
    const regionCode = await heldRegion(context, region);
    const facilitates =
      context.actor.regionCode === regionCode &&
      (relationTo(context.actor.scope, { unitId }) & AUDIENCE.FACILITATOR) !== 0;
    // What others told a facilitator is written down in the facilitator's name, and nothing else in anybody's.
    const actor = facilitates && channel !== 'WEB' ? context.actor : NOBODY;
    const complainant = given && { name: given.name, contact: given.contact };
    const codeKey = context.key('complaint-code');
    const codes = trackingCodes(codeKey, regionCode, actor.id, key);
    const secrets = {
      trackingHashes: codes.map((code) => trackingHash(codeKey, regionCode, code)),
      placeOf: (id: string) => complainantPlace(context, regionCode, id),
    };
    // What the command's key is kept with: with a key of the server, or whoever has the table could try out names.
    const words = hashCode(codeKey, JSON.stringify([text, complainant]), ['words', regionCode]);
    const command = { unitId, class: input.class, channel, naming, words: words.toString('hex') };
    const ration = facilitates ? null : await rationed(context, regionCode);
    const done = await context.unitOfWork.run(
      { verb: 'fileComplaint', actor, regionCode, key, input: command },
      async (tx) =>
        ration === null || ration.given
          ? fileComplaint(
              tx,
              actor,
              { unitId, class: input.class, channel, text, naming, complainant },
              secrets,
            )
          : tooManyComplaints(ration.waitSeconds),
    );
    if (ration?.given === true && (!done.ok || done.replayed)) await ration.giveBack();
    if (!done.ok) return commandRefusal(ComplaintRefused, done.refusal);
    const { complaintId, code } = done.value;
    const complaint = await context.transact(regionCode, async (tx) =>
      trackedComplaint(tx, (await tx.complaints.get(complaintId))!, secrets.placeOf),
    );
    return Object.assign(new ComplaintFiled(), {
      complaint,
      trackingCode: codes[code]!,
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }
}

function rationed({ rations, door, now }: Ask, regionCode: string) {
  return rations.take(
    regionCode,
    { what: 'COMPLAINT', network: door.network, most: COMPLAINTS_PER_HOUR, windowSeconds: HOUR_SECONDS },
    now(),
  );
}
