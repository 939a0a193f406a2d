import { readNote } from '../../domain/observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../../domain/outcome.js';
import { isWorkingDay } from '../../domain/working-days.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { FIRST_YEAR, LAST_YEAR } from '../../platform/holidays.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasRegions } from '../regions/region.store.js';
import type { HasWorkingCalendar } from './calendar-day.store.js';

/** A day that is another in this region than in the national calendar. */
export interface SetCalendarDay {
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  /** Whether offices work on it. */
  readonly working: boolean;
  /** What day it is, such as the collective leave of a feast. */
  readonly name: string;
}

const NAME_LETTERS = 120;

/** Why a day of the calendar is not set, in the order in which it is looked at. */
export const CALENDAR_DAY_REFUSALS = {
  REGION_UNKNOWN: {
    when: 'This server does not hold the region.',
    field: 'region',
    mender: 'SENDER',
    message: {
      id: 'Wilayah ini tidak ada di sini. Periksa kodenya, atau pilih dari daftar wilayah.',
      en: 'This region is not held here. Check the code, or choose one from the list of regions.',
    },
  },
  DAY_OUT_OF_RANGE: {
    when: `The day lies in no year from ${FIRST_YEAR} to ${LAST_YEAR}, the years whose holidays are known.`,
    field: 'day',
    mender: 'SENDER',
    message: {
      id: `Kalender kerja mengenal tahun ${FIRST_YEAR} sampai ${LAST_YEAR}. Periksa tahunnya, lalu kirim lagi.`,
      en: `The working calendar knows the years ${FIRST_YEAR} to ${LAST_YEAR}. Check the year and send it again.`,
    },
  },
  DAY_ON_WEEKEND: {
    when: 'The day is a Saturday or a Sunday, which are off whatever the calendar says.',
    field: 'day',
    mender: 'SENDER',
    message: {
      id: 'Hari ini jatuh pada Sabtu atau Minggu, yang memang bukan hari kerja. Tidak perlu dicatat; periksa tanggalnya.',
      en: 'This day is a Saturday or a Sunday, which is off anyway. There is nothing to record; check the date.',
    },
  },
  DAY_NAME_MISSING: {
    when: 'The day has no name.',
    field: 'name',
    mender: 'SENDER',
    message: {
      id: 'Hari ini belum bernama. Tulis namanya, misalnya Cuti bersama Natal, supaya orang tahu mengapa.',
      en: 'This day has no name. Write it, such as collective leave for Christmas, so that people know why.',
    },
  },
  DAY_NAME_TOO_LONG: {
    when: `The name has more than ${NAME_LETTERS} characters.`,
    field: 'name',
    mender: 'SENDER',
    message: {
      id: `Nama hari paling banyak ${NAME_LETTERS} karakter. Ringkas, lalu kirim lagi.`,
      en: `The name of a day has at most ${NAME_LETTERS} characters. Shorten it and send it again.`,
    },
  },
  DAY_NAME_UNREADABLE: {
    when: 'The name holds characters that cannot be read or that turn the text around, as in NOTE_UNREADABLE.',
    field: 'name',
    mender: 'SENDER',
    message: {
      id: 'Nama hari memuat karakter yang tidak terbaca, biasanya dari tempelan aplikasi lain. Ketik ulang sebagai teks biasa.',
      en: 'The name holds characters that cannot be read, mostly pasted from another program. Type it again as plain text.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type CalendarDayRefusalCode = keyof typeof CALENDAR_DAY_REFUSALS;

/** Sets whether offices of the region work on a day. Days that were reckoned before stay as they were told. */
export async function setCalendarDay(
  tx: HasRegions & HasWorkingCalendar & HasClock,
  actor: Actor,
  input: SetCalendarDay,
): Promise<Verdict<{ day: string }, CalendarDayRefusalCode>> {
  if ((await tx.regions.get(tx.regionCode)) === null) {
    return refused('REGION_UNKNOWN', CALENDAR_DAY_REFUSALS.REGION_UNKNOWN);
  }
  const accepted = acceptCalendarDay(input);
  if (!accepted.ok) return accepted;
  const { day, working } = input;
  await tx.workingCalendar.set({
    day,
    working,
    name: accepted.value.name,
    recordedAt: tx.now,
    recordedBy: actor.id,
  });
  return did({ day }, []);
}

function acceptCalendarDay({
  day,
  name,
}: SetCalendarDay): Outcome<{ readonly name: string }, CalendarDayRefusalCode> {
  const told = CALENDAR_DAY_REFUSALS;
  const year = Number(day.slice(0, 'YYYY'.length));
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return refused('DAY_OUT_OF_RANGE', told.DAY_OUT_OF_RANGE);
  if (!isWorkingDay(day, () => false)) return refused('DAY_ON_WEEKEND', told.DAY_ON_WEEKEND);
  const tidy = name.replace(/[\t\r\n ]+/gu, ' ').trim();
  if (tidy === '') return refused('DAY_NAME_MISSING', told.DAY_NAME_MISSING);
  if ([...tidy].length > NAME_LETTERS) return refused('DAY_NAME_TOO_LONG', told.DAY_NAME_TOO_LONG);
  if (!readNote(tidy, 'note').ok) return refused('DAY_NAME_UNREADABLE', told.DAY_NAME_UNREADABLE);
  return ok({ name: tidy });
}
