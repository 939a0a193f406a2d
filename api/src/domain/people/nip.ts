import { isRealDate } from '../calendar.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

/** PNS: civil servant by appointment. PPPK: government employee by agreement, full or part time (UU 20/2023). */
export type EmploymentStatus = 'PNS' | 'PPPK' | 'PPPK_PART_TIME';

/** Youngest and oldest at appointment, in full years. Numbers outside are typing errors, not people. */
const YOUNGEST = 17;
const OLDEST = 60;

/** Why a text is not taken for a NIP. No message repeats any part of it: it holds birth date and sex. */
export const NIP_REFUSALS = {
  NIP_LENGTH: {
    when: 'What is left without spaces is not exactly 18 digits.',
    field: 'nip',
    mender: 'SENDER',
    message: (characters: number) => ({
      id: `NIP terdiri atas tepat 18 angka; yang diterima ${characters} karakter atau memuat selain angka. Salin ulang dari SK, spasi boleh.`,
      en: `A NIP has exactly 18 digits; this one has ${characters} characters or holds something else than digits. Copy it again from the decree, spaces are allowed.`,
    }),
  },
  NIP_BIRTH_DATE: {
    when: 'Digits 1 to 8 are not a day of the calendar, or one that is still to come.',
    field: 'nip',
    mender: 'SENDER',
    message: {
      id: 'Angka ke-1 sampai ke-8 NIP bukan tanggal lahir yang mungkin (tahun, bulan, tanggal). Cocokkan dengan SK.',
      en: 'Digits 1 to 8 of the NIP are not a possible birth date (year, month, day). Compare them with the decree.',
    },
  },
  NIP_STATUS: {
    when: 'Digits 13 and 14 do not fit the status: a month 01 to 12 for PNS, an agreement code outside 01 to 12 for PPPK.',
    field: 'status',
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Angka ke-13 dan ke-14 tidak cocok dengan status pegawai: 01 sampai 12 untuk PNS, di luar itu untuk PPPK. Perbaiki status atau NIP-nya.',
      en: 'Digits 13 and 14 do not fit the employment status: 01 to 12 for PNS, anything else for PPPK. Correct the status or the NIP.',
    },
  },
  NIP_APPOINTMENT: {
    when: 'The month (PNS) or the year (PPPK) of appointment is still to come.',
    field: 'nip',
    mender: 'SENDER',
    message: {
      id: 'Masa pengangkatan pada NIP (angka ke-9 sampai ke-14) belum tiba. Cocokkan dengan SK.',
      en: 'The time of appointment in the NIP (digits 9 to 14) is still to come. Compare it with the decree.',
    },
  },
  NIP_AGE: {
    when: 'The age at appointment cannot have been 17 to 60 years.',
    field: 'nip',
    mender: 'SENDER',
    message: {
      id: `Usia saat diangkat menurut NIP tidak antara ${YOUNGEST} dan ${OLDEST} tahun. Cocokkan tahun lahir dan tahun pengangkatan dengan SK.`,
      en: `The age at appointment according to the NIP is not between ${YOUNGEST} and ${OLDEST} years. Compare the years of birth and of appointment with the decree.`,
    },
  },
  NIP_SEX: {
    when: 'Digit 15 is neither 1 nor 2.',
    field: 'nip',
    mender: 'SENDER',
    message: {
      id: 'Angka ke-15 NIP harus 1 atau 2. Cocokkan dengan SK.',
      en: 'Digit 15 of the NIP must be 1 or 2. Compare it with the decree.',
    },
  },
  NIP_SEQUENCE: {
    when: 'Digits 16 to 18 are 000; numbering begins at 001.',
    field: 'nip',
    mender: 'SENDER',
    message: {
      id: 'Tiga angka terakhir NIP adalah nomor urut 001 sampai 999, bukan 000. Cocokkan dengan SK.',
      en: 'The last three digits of the NIP are a sequence number from 001 to 999, not 000. Compare them with the decree.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type NipRefusalCode = keyof typeof NIP_REFUSALS;

/**
 * Reads a NIP (PNS) or NI PPPK: birth date, time of appointment, sex, sequence; there is no check digit. Gives its 18
 * digits. `today` is the day in Asia/Jakarta. Source: Perka BKN 22/2007 for PNS, common practice for PPPK.
 */
export function readNip(
  text: string,
  status: EmploymentStatus,
  today: string,
): Outcome<string, NipRefusalCode> {
  const nip = text.replace(/\s/g, '');
  if (!/^[0-9]{18}$/.test(nip)) {
    const row = NIP_REFUSALS.NIP_LENGTH;
    return refused('NIP_LENGTH', { ...row, message: row.message(nip.length) });
  }
  const refuse = (code: Exclude<NipRefusalCode, 'NIP_LENGTH'>) => refused(code, NIP_REFUSALS[code]);

  const birth = dashed(nip.slice(0, 8));
  const [year, month, day] = birth.split('-').map(Number) as [number, number, number];
  if (!isRealDate(year, month, day) || birth > today) return refuse('NIP_BIRTH_DATE');

  const code = nip.slice(12, 14);
  const isMonth = code >= '01' && code <= '12';
  if (isMonth !== (status === 'PNS')) return refuse('NIP_STATUS');

  // The day of appointment is not in the number: whoever can have been of age on one day of its span is let in.
  const appointed = nip.slice(8, 12);
  const first = isMonth ? `${appointed}-${code}-01` : `${appointed}-01-01`;
  const last = isMonth ? `${appointed}-${code}-31` : `${appointed}-12-31`;
  if (first > today) return refuse('NIP_APPOINTMENT');
  if (ageOn(birth, last) < YOUNGEST || ageOn(birth, first) > OLDEST) return refuse('NIP_AGE');

  if (!/[12]/.test(nip.charAt(14))) return refuse('NIP_SEX');
  if (nip.endsWith('000')) return refuse('NIP_SEQUENCE');
  return ok(nip);
}

/** An accepted NIP as it is printed on decrees: birth date, appointment, sex, sequence. For the person and for HR only. */
export function formatNip(nip: string): string {
  return [nip.slice(0, 8), nip.slice(8, 14), nip.slice(14, 15), nip.slice(15)].join(' ');
}

/** An accepted NIP with neither birth date nor sex: of its 18 digits only the last three can be read. */
export function maskNip(nip: string): string {
  return formatNip(nip.slice(0, -3).replace(/./g, '•') + nip.slice(-3));
}

function dashed(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Full years between two days, 'YYYY-MM-DD'. */
function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(4) < birth.slice(4) ? years - 1 : years;
}
