import type { PeriodKind } from '../calendar.js';
import type { Predicate } from '../scoring/predicate.js';
import type { Rating } from '../scoring/rating.js';

/**
 * What our words are called in SIASN's reference tables; null: nobody has told us. BKN gives them to the regions that it
 * lets in and to nobody else, so they are settings.
 */
export interface SiasnCodes {
  /** Referensi perilakuDanKinerja, for `hasilKinerjaNilai` and `perilakuKerjaNilai` alike. */
  readonly rating: Readonly<Record<Rating, number | null>>;
  /** Referensi kuadranNilai, for `kuadranKinerjaNilai`. */
  readonly predicate: Readonly<Record<Predicate, number | null>>;
  /** Referensi koefisien, for `koefisienId`. */
  readonly coefficient: Readonly<Record<Predicate, string | null>>;
  /** Referensi periodik, for `periodikId`. */
  readonly periodKind: Readonly<Record<PeriodKind, string | null>>;
}

const UNKNOWN = { SANGAT_BAIK: null, BAIK: null, BUTUH_PERBAIKAN: null, KURANG: null, SANGAT_KURANG: null };

/**
 * What is taken where nothing was set. NOT VERIFIED: the codes of ratings are those of published clients of SIASN (1
 * above, 2 as expected, 3 below); of the other tables we know none, and guess none.
 */
export const UNVERIFIED_CODES: SiasnCodes = {
  rating: { ABOVE: 1, MEETS: 2, BELOW: 3 },
  predicate: UNKNOWN,
  coefficient: UNKNOWN,
  periodKind: { MONTH: null, QUARTER: null, SEMESTER: null, YEAR: null },
};
