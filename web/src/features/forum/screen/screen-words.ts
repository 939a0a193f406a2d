import type { Language, Text } from '../../../lib/text/language.js';
import type { standingOf } from './screen-view.js';

/** How a promise stands, for the whole hall. */
export const STANDING_WORDS: Readonly<Record<ReturnType<typeof standingOf>, Text>> = {
  PROMISED: { id: 'Belum', en: 'Not yet' },
  STARTED: { id: 'Sebagian', en: 'Begun' },
  DONE: { id: 'Sudah', en: 'Done' },
  CANNOT: { id: 'Tidak dapat', en: 'Cannot be done' },
  LATE: { id: 'Terlambat', en: 'Late' },
};

/** The screen in the hall. */
export const SCREEN_WORDS = {
  page: { id: 'Layar forum', en: 'Forum screen' },
  agreed: { id: 'Yang baru saja disepakati', en: 'What was just agreed' },
  allAgreed: { id: 'Yang kita sepakati', en: 'What we agreed' },
  lastPromises: { id: 'Janji pertemuan lalu', en: 'Promises of last time' },
  lastShort: { id: 'Janji lalu', en: 'Last promises' },
  before: { id: 'Sebelumnya', en: 'Before that' },
  nothingYet: {
    id: 'Yang disepakati akan muncul di sini.',
    en: 'What is agreed will appear here.',
  },
  waiting: { id: 'Menyambung ke server…', en: 'Connecting to the server…' },
  planned: { id: 'Pertemuan belum dimulai', en: 'The session has not begun' },
  between: { id: 'Pertemuan berlangsung', en: 'The session is going on' },
  closed: { id: 'Pertemuan ditutup, hasilnya dibacakan', en: 'Closed; the outcomes are read out' },
  readBack: { id: 'Sudah dibacakan, ditandatangani', en: 'Read out; being signed' },
  signed: { id: 'Notula sudah ditandatangani', en: 'The minutes are signed' },
  now: { id: 'Sekarang', en: 'Now' },
  left: { id: 'tersisa', en: 'left' },
  over: { id: 'lewat', en: 'over' },
  attendance: { id: 'Kehadiran', en: 'Attendance' },
  attended: { id: 'hadir', en: 'there' },
  quorumMet: { id: 'kuorum tercapai', en: 'quorum reached' },
  quorumOf: { id: 'kuorum', en: 'quorum' },
  due: { id: 'paling lambat', en: 'by' },
  disputed: { id: 'Dua versi, sedang diperiksa', en: 'Two versions, being looked at' },
  amended: { id: 'Perubahan sesudah tanda tangan', en: 'Amendment after the signing' },
} as const satisfies Record<string, Text>;

/** The band over a picture that stands still: nothing is lost, and since when. */
export function cutWords(time: string): Text {
  return {
    id: `Menunggu sambungan. Keadaan pukul ${time}; catatan tetap aman.`,
    en: `Waiting for the connection. As of ${time}; nothing is lost.`,
  };
}

const dayFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
    ...options,
  });
const IN_YEAR = { id: dayFormat('id-ID', {}), en: dayFormat('en-GB', {}) };
const WITH_YEAR = {
  id: dayFormat('id-ID', { year: 'numeric' }),
  en: dayFormat('en-GB', { year: 'numeric' }),
};

/** "Kamis, 10 Desember": a day as it is said aloud on another one; with its year where that is another. */
export function dayInWords(day: string, on: string, language: Language): string {
  const isSameYear = day.slice(0, 'YYYY'.length) === on.slice(0, 'YYYY'.length);
  return (isSameYear ? IN_YEAR : WITH_YEAR)[language].format(Date.parse(day));
}
