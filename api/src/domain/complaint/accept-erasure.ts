import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import type { ComplaintNaming } from './accept-complainant.js';
import { OPENING_REFUSALS } from './accept-opening.js';

/** Why a name is not erased by whoever has the code, in the order in which it is looked at. */
export const ERASURE_REFUSALS = {
  TRACKING_CODE_TOO_OFTEN: {
    when: 'Too many wrong codes came from this network lately; this one was not looked at.',
    field: 'code',
    mender: 'SENDER',
    message: (seconds: number) => ({
      id: `Terlalu banyak kode yang salah. Coba lagi dalam ${seconds} detik.`,
      en: `Too many codes were wrong. Try again in ${seconds} s.`,
    }),
  },
  TRACKING_CODE_UNKNOWN: {
    when: 'No complaint of this region has this code.',
    field: 'code',
    mender: 'SENDER',
    message: {
      id: 'Tidak ada aduan dengan kode ini. Periksa hurufnya, lalu coba lagi.',
      en: 'There is no complaint of this code. Check the letters, then try again.',
    },
  },
  COMPLAINT_ANONYMOUS: OPENING_REFUSALS.COMPLAINT_ANONYMOUS,
  COMPLAINANT_GONE: OPENING_REFUSALS.COMPLAINANT_GONE,
} as const satisfies Record<string, RefusalRow>;

export type ErasureRefusalCode = keyof typeof ERASURE_REFUSALS;

/** Whether there is a name to be erased, or why not. */
export function acceptErasure(
  complaint: { readonly naming: ComplaintNaming; readonly kept: boolean } | null,
): Outcome<null, ErasureRefusalCode> {
  const told = ERASURE_REFUSALS;
  if (complaint === null) return refused('TRACKING_CODE_UNKNOWN', told.TRACKING_CODE_UNKNOWN);
  if (complaint.naming === 'ANONYMOUS') return refused('COMPLAINT_ANONYMOUS', told.COMPLAINT_ANONYMOUS);
  if (!complaint.kept) return refused('COMPLAINANT_GONE', told.COMPLAINANT_GONE);
  return ok(null);
}

/** What somebody is told whose network has tried too many codes; whole seconds until the next one is looked at. */
export function tooManyCodes(seconds: number) {
  const row = ERASURE_REFUSALS.TRACKING_CODE_TOO_OFTEN;
  return refused('TRACKING_CODE_TOO_OFTEN', { ...row, message: row.message(seconds) });
}
