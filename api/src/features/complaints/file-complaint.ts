import { uuidv7 } from 'uuidv7';
import { localDate } from '../../domain/calendar.js';
import {
  acceptComplaint,
  type ComplaintInput,
  type ComplaintRefusalCode,
} from '../../domain/complaint/accept-complaint.js';
import { complaintDeadlines, type ComplaintClass } from '../../domain/complaint/complaint-clock.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasWorkingCalendar } from '../employees/calendar-day.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { ComplainantPlace } from './complainant-seal.js';
import type { HasComplainants } from './complainant.store.js';
import type { HasComplaints } from './complaint.store.js';
import { firstFree } from './tracking-code.js';

/** A complaint as it comes in. */
export interface FileComplaint extends ComplaintInput {
  readonly unitId: string;
  readonly class: ComplaintClass;
}

/** What the server's secret has to do with it. */
export interface FilingSecrets {
  /** Hashes of the codes that it may be given, the first one first. */
  readonly trackingHashes: readonly Buffer[];
  readonly placeOf: (complaintId: string) => ComplainantPlace;
}

/** What a retry is answered with, too. */
export interface Filed {
  readonly complaintId: string;
  /** Which of the codes it was given, by its place among them. */
  readonly code: number;
}

type Needs = HasComplaints & HasComplainants & HasUnits & HasWorkingCalendar & HasClock;

/**
 * Takes a complaint; from now on its clocks run. Who complains goes elsewhere, sealed, and is in nothing that this gives
 * back.
 */
export async function fileComplaint(
  tx: Needs,
  actor: Actor,
  input: FileComplaint,
  { trackingHashes, placeOf }: FilingSecrets,
): Promise<Verdict<Filed, ComplaintRefusalCode>> {
  const { unitId, channel, naming } = input;
  const accepted = acceptComplaint(input, {
    unitKnown: (await tx.units.get(unitId)) !== null,
    byFacilitator: actor.kind === 'PERSON' || actor.kind === 'COMMAND',
  });
  if (!accepted.ok) return accepted;
  const { text, complainant } = accepted.value;
  const id = uuidv7();
  const clocks = complaintDeadlines(input.class, tx.now, await tx.workingCalendar.holidays());
  const code = await firstFree(
    trackingHashes,
    (hash) => tx.complaints.holdTracking(hash),
    async (hash) => (await tx.complaints.byTracking(hash)) !== null,
  );
  await tx.complaints.add({
    ...{ id, unitId, class: input.class, channel, naming, text, ...clocks },
    ...{ filedAt: tx.now, filedBy: actor.id, trackingHash: trackingHashes[code]! },
  });
  if (complainant !== null) {
    const place = placeOf(id);
    await tx.complainants.add(place.locator, place.seal(complainant), localDate(tx.now));
  }
  return did({ complaintId: id, code }, [
    { kind: 'ComplaintFiled', complaintId: id, unitId, class: input.class, dueOn: clocks.dueOn },
  ]);
}
