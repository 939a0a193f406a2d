import type { Sentence } from '../outcome.js';
import type { Predicate } from '../scoring/predicate.js';
import type { Rating } from '../scoring/rating.js';

/** The predicates as PermenPANRB 6/2022 calls them. */
export const PREDICATES_IN_WORDS: Readonly<Record<Predicate, Sentence>> = {
  SANGAT_BAIK: { id: 'Sangat Baik', en: 'Very Good' },
  BAIK: { id: 'Baik', en: 'Good' },
  BUTUH_PERBAIKAN: { id: 'Butuh Perbaikan', en: 'Needs Improvement' },
  KURANG: { id: 'Kurang', en: 'Poor' },
  SANGAT_KURANG: { id: 'Sangat Kurang', en: 'Very Poor' },
};

/** The ratings as PermenPANRB 6/2022 calls them. */
export const RATINGS_IN_WORDS: Readonly<Record<Rating, Sentence>> = {
  ABOVE: { id: 'di atas ekspektasi', en: 'above expectations' },
  MEETS: { id: 'sesuai ekspektasi', en: 'as expected' },
  BELOW: { id: 'di bawah ekspektasi', en: 'below expectations' },
};
