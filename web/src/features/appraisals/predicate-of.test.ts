import type { Rating } from '@pantau/schema';
import { predicateOf } from './predicate-of.js';

describe('predicateOf', () => {
  it.each<[workResult: Rating, ...predicates: string[]]>([
    ['ABOVE', 'KURANG', 'BAIK', 'SANGAT_BAIK'],
    ['MEETS', 'KURANG', 'BAIK', 'BAIK'],
    ['BELOW', 'SANGAT_KURANG', 'BUTUH_PERBAIKAN', 'BUTUH_PERBAIKAN'],
  ])(
    'work result %s, behaviour below, at and above expectations: %s, %s, %s',
    (workResult, ...predicates) => {
      const behaviours = ['BELOW', 'MEETS', 'ABOVE'] as const;
      expect(behaviours.map((behaviour) => predicateOf(workResult, behaviour))).toEqual(predicates);
    },
  );
});
