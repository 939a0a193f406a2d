import { acceptOpening, type OpeningRefusalCode } from '../../domain/complaint/accept-opening.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { ComplainantPlace } from './complainant-seal.js';
import type { HasComplainants } from './complainant.store.js';
import type { HasComplaints } from './complaint.store.js';

/** A name that somebody has to know. */
export interface OpenComplainant {
  readonly complaintId: string;
  /** What for. */
  readonly reason: string;
}

/**
 * Lets somebody know who complains: the entry that says so is written before the name is read, which happens once this
 * was done. The name is in nothing that this gives back.
 */
export async function openComplainant(
  tx: HasComplaints & HasComplainants & HasTrail,
  { complaintId, reason }: OpenComplainant,
  { locator }: ComplainantPlace,
): Promise<Verdict<{ complaintId: string }, OpeningRefusalCode>> {
  const complaint = await tx.complaints.get(complaintId);
  const kept = (await tx.complainants.sealedAt(locator)) !== null;
  const accepted = acceptOpening(reason, complaint && { naming: complaint.naming, kept });
  if (!accepted.ok) return accepted;
  tx.trail.tell({ complaintId, reason: accepted.value });
  return did({ complaintId }, []);
}
