import type { Rating } from './rating.js';

/** Predikat kinerja, best first (PermenPANRB 6/2022). */
export type Predicate = 'SANGAT_BAIK' | 'BAIK' | 'BUTUH_PERBAIKAN' | 'KURANG' | 'SANGAT_KURANG';

/** By the rating of the work result, then of the behaviour. */
const MATRIX: Readonly<Record<Rating, Readonly<Record<Rating, Predicate>>>> = {
  ABOVE: { ABOVE: 'SANGAT_BAIK', MEETS: 'BAIK', BELOW: 'KURANG' },
  MEETS: { ABOVE: 'BAIK', MEETS: 'BAIK', BELOW: 'KURANG' },
  BELOW: { ABOVE: 'BUTUH_PERBAIKAN', MEETS: 'BUTUH_PERBAIKAN', BELOW: 'SANGAT_KURANG' },
};

/**
 * The predicate of the nine cells (kuadran kinerja, rules PM in docs/SCORING.md). From computed ratings it is a
 * proposal; only an appraiser sets one.
 */
export function predicateOf(workResult: Rating, behaviour: Rating): Predicate {
  return MATRIX[workResult][behaviour];
}
