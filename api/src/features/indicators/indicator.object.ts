import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { storedPeriod, type PeriodKind } from '../../domain/calendar.js';
import { takesObservations, type PeriodState } from '../../domain/period/period-state.js';
import { amount, formatAmount } from '../../domain/amount.js';
import type { Direction } from '../../domain/scoring/attainment.js';
import type { Aggregation } from '../../domain/scoring/realisation.js';
import { Decimal, LocalDate } from '../../platform/graphql/scalars.js';
import type { IndicatorKind, IndicatorRow } from './indicator.entity.js';
import type { PeriodRow } from './period.entity.js';
import { Node } from '../../platform/graphql/node.object.js';

const DIRECTIONS = { HIGHER: 'HIGHER', LOWER: 'LOWER' } as const satisfies { [K in Direction]: K };
registerEnumType(DIRECTIONS, {
  name: 'Direction',
  description: 'Polaritas: which way is better.',
  valuesConfig: {
    HIGHER: { description: 'The higher, the better: a share finished on time.' },
    LOWER: { description: 'The lower, the better: a waiting time.' },
  },
});

const AGGREGATIONS = { MEAN: 'MEAN', SUM: 'SUM', LATEST: 'LATEST' } as const satisfies {
  [K in Aggregation]: K;
};
registerEnumType(AGGREGATIONS, {
  name: 'Aggregation',
  description: 'How the observations of a period become one realised value (RE rules of SCORING.md).',
  valuesConfig: {
    MEAN: { description: 'Their arithmetic mean.' },
    SUM: { description: 'The sum of all values.' },
    LATEST: { description: 'The one observed last.' },
  },
});

const PERIOD_KINDS = {
  MONTH: 'MONTH',
  QUARTER: 'QUARTER',
  SEMESTER: 'SEMESTER',
  YEAR: 'YEAR',
} as const satisfies { [K in PeriodKind]: K };
registerEnumType(PERIOD_KINDS, {
  name: 'PeriodKind',
  description: 'Length of a period (PP 30/2019: month, quarter, semester or year).',
  valuesConfig: {
    MONTH: { description: 'A calendar month.' },
    QUARTER: { description: 'Triwulan: three months.' },
    SEMESTER: { description: 'Six months: January to June, or July to December.' },
    YEAR: { description: 'A calendar year.' },
  },
});

export const PERIOD_STATES = {
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  CONFIRMED: 'CONFIRMED',
  REOPENED: 'REOPENED',
} as const satisfies { [K in PeriodState]: K };
registerEnumType(PERIOD_STATES, {
  name: 'PeriodState',
  description: 'How far a period has come (PS rules of SCORING.md).',
  valuesConfig: {
    OPEN: { description: 'Observations are taken, scores move.' },
    CLOSED: { description: 'Nothing new is taken; appraisers confirm predicates, objections are ruled on.' },
    CONFIRMED: {
      description: 'Every predicate is confirmed; only reopening, with a reason, changes anything.',
    },
    REOPENED: { description: 'Opened again with a reason; as OPEN until it is closed again.' },
  },
});

const INDICATOR_KINDS = { RESULT: 'RESULT', BEHAVIOUR: 'BEHAVIOUR' } as const satisfies {
  [K in IndicatorKind]: K;
};
registerEnumType(INDICATOR_KINDS, {
  name: 'IndicatorKind',
  description: 'What an indicator measures.',
  valuesConfig: {
    RESULT: { description: 'Hasil kerja: what comes of the work.' },
    BEHAVIOUR: {
      description: 'Perilaku kerja: one of the seven core values of ASN, observed as −1, 0 or 1.',
    },
  },
});

@ObjectType({
  implements: Node,
  description: 'Indikator kinerja: what is measured, in which unit, and which way is better.',
})
export class Indicator {
  @Field(() => ID, { description: 'UUID of the indicator.' })
  id!: string;

  @Field(() => String, { description: 'Short code, unique in the region, e.g. "ADM-03".' })
  code!: string;

  @Field(() => String, { description: 'Name in Indonesian.' })
  name!: string;

  @Field(() => String, { description: 'Name in English.' })
  nameEn!: string;

  @Field(() => INDICATOR_KINDS, { description: 'Whether it measures results or behaviour.' })
  kind!: IndicatorKind;

  @Field(() => String, { description: 'Unit of measure, e.g. "menit" or "%".' })
  measureUnit!: string;

  @Field(() => DIRECTIONS, { description: 'Which way is better.' })
  direction!: Direction;

  @Field(() => AGGREGATIONS, { description: 'How observations become one value.' })
  aggregation!: Aggregation;

  @Field(() => Decimal, { nullable: true, description: 'The lowest value that can be; null: open.' })
  lowest!: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The highest value that can be; null: open.' })
  highest!: string | null;

  @Field(() => String, { description: 'Where the figures come from, e.g. the queue machine.' })
  source!: string;

  @Field(() => String, { description: 'What exactly is counted, in Indonesian.' })
  definition!: string;
}

export function toIndicator(row: IndicatorRow): Indicator {
  const canonical = (text: string | null | undefined) =>
    text === null || text === undefined ? null : formatAmount(amount(text));
  return Object.assign(new Indicator(), {
    id: row.id,
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    kind: row.kind,
    measureUnit: row.measureUnit,
    direction: row.direction,
    aggregation: row.aggregation,
    lowest: canonical(row.lowest),
    highest: canonical(row.highest),
    source: row.source,
    definition: row.definition,
  });
}

@ObjectType({ description: 'Periode penilaian: the span of days that one score is about.' })
export class Period {
  @Field(() => String, { description: 'e.g. "2026-11", "2026-Q4", "2026-S2" or "2026".' })
  code!: string;

  @Field(() => PERIOD_KINDS, { description: 'How long it is.' })
  kind!: PeriodKind;

  @Field(() => String, { description: 'Name in Indonesian, e.g. "Triwulan IV 2026".' })
  name!: string;

  @Field(() => String, { description: 'Name in English.' })
  nameEn!: string;

  @Field(() => LocalDate, { description: 'First day, in Asia/Jakarta.' })
  startsOn!: string;

  @Field(() => LocalDate, { description: 'Last day, in Asia/Jakarta.' })
  endsOn!: string;

  @Field(() => Boolean, { description: 'Whether observations are still taken: while OPEN or REOPENED.' })
  open!: boolean;

  @Field(() => PERIOD_STATES, { description: 'How far it has come (PS rules of SCORING.md).' })
  state!: PeriodState;

  regionCode!: string;
}

export function toPeriod(row: PeriodRow): Period {
  const { kind, name } = storedPeriod(row.code);
  const { code, startsOn, endsOn, state, regionCode } = row;
  return Object.assign(new Period(), {
    code,
    kind,
    name: name.id,
    nameEn: name.en,
    startsOn,
    endsOn,
    open: takesObservations(state),
    state,
    regionCode,
  });
}
