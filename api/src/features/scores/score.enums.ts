import { registerEnumType } from 'type-graphql';
import { BERAKHLAK, type CoreValue } from '../../domain/people/berakhlak.js';
import type { Predicate } from '../../domain/scoring/predicate.js';
import type { Rating } from '../../domain/scoring/rating.js';
import type { EmployeeScore } from '../../domain/scoring/score-employee.js';

export const SCORE_STATUSES = { SCORED: 'SCORED', NOT_ENOUGH_DATA: 'NOT_ENOUGH_DATA' } as const satisfies {
  [K in EmployeeScore['status']]: K;
};
registerEnumType(SCORE_STATUSES, {
  name: 'ScoreStatus',
  description: 'Whether there is enough data for a value (WR4).',
  valuesConfig: {
    SCORED: { description: 'There is a value.' },
    NOT_ENOUGH_DATA: {
      description: 'Belum cukup data: too little of the plan was measured; no value, no rating.',
    },
  },
});

export const RATINGS = { ABOVE: 'ABOVE', MEETS: 'MEETS', BELOW: 'BELOW' } as const satisfies {
  [K in Rating]: K;
};
registerEnumType(RATINGS, {
  name: 'Rating',
  description:
    'How work result or behaviour stands against what was expected (RT rules; PermenPANRB 6/2022).',
  valuesConfig: {
    ABOVE: { description: 'Di atas ekspektasi: from 110 points under the first policy.' },
    MEETS: { description: 'Sesuai ekspektasi: from 90 points.' },
    BELOW: { description: 'Di bawah ekspektasi: below 90 points.' },
  },
});

export const PREDICATES = {
  SANGAT_BAIK: 'SANGAT_BAIK',
  BAIK: 'BAIK',
  BUTUH_PERBAIKAN: 'BUTUH_PERBAIKAN',
  KURANG: 'KURANG',
  SANGAT_KURANG: 'SANGAT_KURANG',
} as const satisfies { [K in Predicate]: K };
registerEnumType(PREDICATES, {
  name: 'Predicate',
  description:
    'Predikat kinerja pegawai: the cell of the matrix of both ratings (PM rules; PermenPANRB 6/2022).',
  valuesConfig: {
    SANGAT_BAIK: { description: 'Sangat baik: both above expectations.' },
    BAIK: { description: 'Baik: both meet expectations, or one exceeds them.' },
    BUTUH_PERBAIKAN: { description: 'Butuh perbaikan: results below, behaviour at or above expectations.' },
    KURANG: { description: 'Kurang: results at or above, behaviour below expectations.' },
    SANGAT_KURANG: { description: 'Sangat kurang: both below expectations.' },
  },
});

export const CORE_VALUES = Object.fromEntries(BERAKHLAK.map(({ value }) => [value, value])) as {
  [K in CoreValue]: K;
};
registerEnumType(CORE_VALUES, {
  name: 'CoreValue',
  description: 'Nilai dasar ASN BerAKHLAK (UU 20/2023).',
  valuesConfig: Object.fromEntries(
    BERAKHLAK.map(({ value, name, definition }) => [value, { description: `${name.id}: ${definition.en}` }]),
  ) as Record<CoreValue, { description: string }>,
});
