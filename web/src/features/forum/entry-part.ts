import type { Group, OutcomeKind, SignerRole } from './forum-session.js';

/** What was said or agreed, as it is sent. Everything but kind and text may be left out as null. */
export interface OutcomePart {
  readonly kind: OutcomeKind;
  readonly text: string;
  readonly item: string | null;
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly complaint: string | null;
  /** What of the same session it answers. */
  readonly answers: string | null;
  readonly trackingCode: string | null;
  readonly ownerUnit: string | null;
  readonly ownerRole: string | null;
  readonly dueOn: string | null;
  readonly workingDays: number | null;
}

/** A change of what was said; null: as it was. */
export interface RevisePart {
  readonly outcome: string;
  /** The revision that was on the screen. */
  readonly basedOn: number;
  readonly text: string | null;
  readonly unit: string | null;
  readonly ownerUnit: string | null;
  readonly ownerRole: string | null;
  readonly dueOn: string | null;
  readonly workingDays: number | null;
}

/** A signature: strokes are x, y, x, y, … on a field of 1,000 steps each way. */
export interface SignPart {
  readonly role: SignerRole;
  readonly name: string;
  readonly strokes: readonly (readonly number[])[];
  readonly covers: readonly { readonly outcome: string; readonly revision: number }[];
}

/** What one entry of a session says: exactly one of these. */
export type Part =
  | { readonly open: true }
  | { readonly close: true }
  | { readonly readBack: true }
  | { readonly startItem: string }
  | { readonly endItem: string }
  | { readonly attend: { readonly group: Group; readonly change: number } }
  | { readonly outcome: OutcomePart }
  | { readonly revise: RevisePart }
  | { readonly withdraw: { readonly outcome: string; readonly why: string } }
  | {
      readonly report: {
        readonly commitment: string;
        readonly state: 'STARTED' | 'DONE' | 'CANNOT';
        readonly note: string;
      };
    }
  | { readonly sign: SignPart };

/** Refusals that mean: another device was quicker with the same. There is nothing for anybody to do. */
const HARMLESS: ReadonlySet<string> = new Set(['SESSION_OPEN', 'SESSION_CLOSED', 'SESSION_READ_BACK']);

/** Whether a refusal leaves nothing to mend. */
export function isHarmless(refusal: { readonly code: string } | null): boolean {
  return refusal !== null && HARMLESS.has(refusal.code);
}
