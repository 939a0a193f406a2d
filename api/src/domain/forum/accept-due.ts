import { isRealDate } from '../calendar.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { addDays, addWorkingDays, type IsHoliday } from '../working-days.js';
import { onWorkingDay } from './commitment-clock.js';

/** Whoever promises for longer than a year promises for somebody else. */
const LONGEST_DAYS = 366;
const MOST_WORKING_DAYS = 250;

/** Why a last day is not taken, in the order in which it is looked at. */
export const DUE_REFUSALS = {
  DUE_MISSING: {
    when: 'A commitment has neither `dueOn` nor `workingDays`, or both.',
    field: 'dueOn',
    mender: 'SENDER',
    message: {
      id: 'Pilih tenggatnya: satu tanggal, atau sekian hari kerja sejak pertemuan.',
      en: 'Choose when it is due: one day, or so many working days after the session.',
    },
  },
  DUE_IN_PAST: {
    when: 'The last day is not after the day of the session.',
    field: 'dueOn',
    mender: 'SENDER',
    message: (heldOn: string) => ({
      id: `Tenggat harus sesudah hari pertemuan (${heldOn}). Pilih tanggal yang lebih lambat.`,
      en: `It has to be due after the day of the session (${heldOn}). Choose a later day.`,
    }),
  },
  DUE_TOO_FAR: {
    when: `The last day is more than ${LONGEST_DAYS} days after the session.`,
    field: 'dueOn',
    mender: 'SENDER',
    message: {
      id: 'Tenggatnya lebih dari setahun. Pecah menjadi langkah yang lebih dekat, lalu janjikan langkah pertamanya.',
      en: 'It is due in more than a year. Split it into nearer steps, and promise the first one.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type DueRefusalCode = keyof typeof DUE_REFUSALS;

/** When something is promised for: one of the two. */
export interface DueInput {
  /** 'YYYY-MM-DD' in Asia/Jakarta. */
  readonly dueOn: string | null;
  /** Counted from the day of the session, 1 to 250. */
  readonly workingDays: number | null;
}

/** The last day of a promise: a day on which offices work. */
export function acceptDue(
  { dueOn, workingDays }: DueInput,
  heldOn: string,
  isHoliday: IsHoliday,
): Outcome<string, DueRefusalCode> {
  const told = DUE_REFUSALS;
  if ((dueOn === null) === (workingDays === null)) return refused('DUE_MISSING', told.DUE_MISSING);
  if (dueOn !== null && !isDay(dueOn)) return refused('DUE_MISSING', told.DUE_MISSING);
  if (workingDays !== null) {
    if (workingDays < 1) {
      return refused('DUE_IN_PAST', {
        ...told.DUE_IN_PAST,
        field: 'workingDays',
        message: told.DUE_IN_PAST.message(heldOn),
      });
    }
    if (workingDays > MOST_WORKING_DAYS) {
      return refused('DUE_TOO_FAR', { ...told.DUE_TOO_FAR, field: 'workingDays' });
    }
    return ok(addWorkingDays(heldOn, workingDays, isHoliday));
  }
  const day = dueOn!;
  if (day <= heldOn) {
    return refused('DUE_IN_PAST', { ...told.DUE_IN_PAST, message: told.DUE_IN_PAST.message(heldOn) });
  }
  if (day > addDays(heldOn, LONGEST_DAYS)) return refused('DUE_TOO_FAR', told.DUE_TOO_FAR);
  return ok(onWorkingDay(day, isHoliday));
}

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isRealDate(Number(match[1]), Number(match[2]), Number(match[3]));
}
