import type { Predicate, Rating } from '@pantau/schema';

/** By the rating of the work result, then of the behaviour (PermenPANRB 6/2022, rules PM). */
const MATRIX: Readonly<Record<Rating, Readonly<Record<Rating, Predicate>>>> = {
  ABOVE: { ABOVE: 'SANGAT_BAIK', MEETS: 'BAIK', BELOW: 'KURANG' },
  MEETS: { ABOVE: 'BAIK', MEETS: 'BAIK', BELOW: 'KURANG' },
  BELOW: { ABOVE: 'BUTUH_PERBAIKAN', MEETS: 'BUTUH_PERBAIKAN', BELOW: 'SANGAT_KURANG' },
};

/** The predicate that both ratings come to, to be read before they are sent; what counts is what the server records. */
export function predicateOf(workResult: Rating, behaviour: Rating): Predicate {
  return MATRIX[workResult][behaviour];
}
