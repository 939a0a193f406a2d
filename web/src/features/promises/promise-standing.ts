import type { CommitmentState } from '@pantau/schema';
import type { Language, Text } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';

/** How a promise stands to its last day, in what matters to whoever was promised something. */
export type PromiseStanding = 'PROMISED' | 'STARTED' | 'LATE' | 'KEPT' | 'KEPT_LATE' | 'CANNOT';

/** What is known of a promise everywhere. Days are 'YYYY-MM-DD'. */
export interface PromiseClock {
  readonly state: CommitmentState;
  readonly late: boolean;
  readonly dueOn: string;
  /** The day on which it was done or given up; null before. */
  readonly settledOn: string | null;
}

/** Where a promise stands; what an office has given up is not late, it has said so. */
export function standingOf({ state, late }: Pick<PromiseClock, 'state' | 'late'>): PromiseStanding {
  if (state === 'CANNOT') return 'CANNOT';
  if (state === 'DONE') return late ? 'KEPT_LATE' : 'KEPT';
  return late ? 'LATE' : state;
}

/** The word for it: what was promised is told, nobody is judged. */
export const STANDING_WORDS: Readonly<Record<PromiseStanding, Text>> = {
  PROMISED: { id: 'Dijanjikan', en: 'Promised' },
  STARTED: { id: 'Sedang dikerjakan', en: 'Under way' },
  LATE: { id: 'Terlambat', en: 'Late' },
  KEPT: { id: 'Ditepati', en: 'Kept' },
  KEPT_LATE: { id: 'Ditepati, terlambat', en: 'Kept, but late' },
  CANNOT: { id: 'Tidak dapat dipenuhi', en: 'Cannot be done' },
};

/** The day that matters now: "Sampai 3 Desember 2026", or "Selesai 1 Desember 2026". */
export function dayInWords(promise: PromiseClock, language: Language): string {
  const due = formatDay(promise.dueOn, language);
  const settled = promise.settledOn === null ? null : formatDay(promise.settledOn, language);
  const say: Readonly<Record<PromiseStanding, Text>> = {
    PROMISED: { id: `Sampai ${due}`, en: `By ${due}` },
    STARTED: { id: `Sampai ${due}`, en: `By ${due}` },
    LATE: { id: `Batasnya ${due}`, en: `Was due on ${due}` },
    KEPT: { id: `Selesai ${settled}`, en: `Done on ${settled}` },
    KEPT_LATE: { id: `Selesai ${settled}`, en: `Done on ${settled}` },
    CANNOT: { id: `Disampaikan ${settled}`, en: `Said on ${settled}` },
  };
  return say[standingOf(promise)][language];
}
