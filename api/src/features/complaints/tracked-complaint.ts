import { localDate } from '../../domain/calendar.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { ComplainantPlace } from './complainant-seal.js';
import type { HasComplainants } from './complainant.store.js';
import type { ComplaintRow } from './complaint.entity.js';
import { toTrackedComplaint, type TrackedComplaint } from './complaint.object.js';

/** A complaint as whoever has its code may follow it. */
export async function trackedComplaint(
  tx: HasUnits & HasComplainants & HasClock,
  row: ComplaintRow,
  placeOf: (complaintId: string) => ComplainantPlace,
): Promise<TrackedComplaint> {
  const unit = await tx.units.get(row.unitId);
  const nameKept = (await tx.complainants.sealedAt(placeOf(row.id).locator)) !== null;
  return toTrackedComplaint(row, { unitName: unit!.name, nameKept, today: localDate(tx.now) });
}
