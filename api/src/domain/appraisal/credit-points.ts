import { amount, divideRounded, type Amount } from '../amount.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import type { Predicate } from '../scoring/predicate.js';

/** Jenjang jabatan fungsional: four of skill (keterampilan), then four of expertise (keahlian). */
export type FunctionalLevel =
  'PEMULA' | 'TERAMPIL' | 'MAHIR' | 'PENYELIA' | 'AHLI_PERTAMA' | 'AHLI_MUDA' | 'AHLI_MADYA' | 'AHLI_UTAMA';

/** Koefisien angka kredit: points for a year with the predicate Baik. */
const POINTS_A_YEAR: Readonly<Record<FunctionalLevel, Amount>> = {
  PEMULA: amount('3.75'),
  TERAMPIL: amount('5'),
  MAHIR: amount('12.5'),
  PENYELIA: amount('25'),
  AHLI_PERTAMA: amount('12.5'),
  AHLI_MUDA: amount('25'),
  AHLI_MADYA: amount('37.5'),
  AHLI_UTAMA: amount('50'),
};

/** How much of the coefficient a predicate brings, in per cent. */
const PERCENT: Readonly<Record<Predicate, bigint>> = {
  SANGAT_BAIK: 150n,
  BAIK: 100n,
  BUTUH_PERBAIKAN: 75n,
  KURANG: 50n,
  SANGAT_KURANG: 25n,
};

/** How much of the coefficient a predicate brings; 0.25 to 1.5 (rule CP2). */
export function coefficientShare(predicate: Predicate): Amount {
  return divideRounded(PERCENT[predicate] * amount('1'), 100n);
}

const MONTHS_A_YEAR = 12;

/** Why credit points are not computed. */
export const CREDIT_REFUSALS = {
  MONTHS_OUT_OF_RANGE: {
    when: `The months are no whole number from 1 to ${MONTHS_A_YEAR}.`,
    field: 'months',
    mender: 'SENDER',
    message: {
      id: `Jumlah bulan harus bilangan bulat 1 sampai ${MONTHS_A_YEAR}. Untuk masa yang lebih panjang, hitung tiap tahun dengan predikatnya.`,
      en: `The months must be a whole number from 1 to ${MONTHS_A_YEAR}. For a longer time compute each year with its own predicate.`,
    },
  },
} as const satisfies Record<string, RefusalRow>;

/**
 * Angka kredit of a functional officer for a confirmed predicate over so many months of a year: months / 12 ×
 * percentage × coefficient (Peraturan BKN 3/2023; rules CP in docs/SCORING.md), rounded once to six places.
 */
export function creditPoints(
  level: FunctionalLevel,
  predicate: Predicate,
  months: number,
): Outcome<Amount, keyof typeof CREDIT_REFUSALS> {
  if (!Number.isInteger(months) || months < 1 || months > MONTHS_A_YEAR) {
    return refused('MONTHS_OUT_OF_RANGE', CREDIT_REFUSALS.MONTHS_OUT_OF_RANGE);
  }
  const dividend = POINTS_A_YEAR[level] * PERCENT[predicate] * BigInt(months);
  return ok(divideRounded(dividend, 100n * BigInt(MONTHS_A_YEAR)));
}
