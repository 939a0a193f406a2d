import { acceptErasure, type ErasureRefusalCode } from '../../domain/complaint/accept-erasure.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { ComplainantPlace } from './complainant-seal.js';
import type { HasComplainants } from './complainant.store.js';
import type { HasComplaints } from './complaint.store.js';

/** Erases the name of whoever has the code, for good. The complaint stays, with its clocks and its answer. */
export async function eraseComplainant(
  tx: HasComplaints & HasComplainants & HasTrail,
  trackingHash: Buffer,
  placeOf: (complaintId: string) => ComplainantPlace,
): Promise<Verdict<{ complaintId: string }, ErasureRefusalCode>> {
  const complaint = await tx.complaints.byTracking(trackingHash);
  const locator = complaint && placeOf(complaint.id).locator;
  const kept = locator !== null && (await tx.complainants.sealedAt(locator)) !== null;
  const accepted = acceptErasure(complaint && { naming: complaint.naming, kept });
  if (!accepted.ok) return accepted;
  const complaintId = complaint!.id;
  await tx.complainants.erase(locator!);
  tx.trail.tell({ complaintId });
  return did({ complaintId }, []);
}
