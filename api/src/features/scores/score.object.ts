import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { amount, formatAmount, type Amount } from '../../domain/amount.js';
import type { UnitOnBoard } from '../../domain/facts.js';
import type { UnitState } from '../../domain/scoring/roll-up-unit.js';
import type { PlannedIndicator, ScorePart as DomainPart } from '../../domain/scoring/score-employee.js';
import { Decimal, Instant } from '../../platform/graphql/scalars.js';
import type { EmployeeScoreRow } from './employee-score.entity.js';

const UNIT_STATES = {
  ABOVE_TARGET: 'ABOVE_TARGET',
  ON_TARGET: 'ON_TARGET',
  NEEDS_SUPPORT: 'NEEDS_SUPPORT',
  NEEDS_DECISION: 'NEEDS_DECISION',
  NOT_ENOUGH_DATA: 'NOT_ENOUGH_DATA',
} as const satisfies { [K in UnitState]: K };
registerEnumType(UNIT_STATES, {
  name: 'UnitState',
  description:
    'How a unit stands, by the bands of the scoring policy (UR rules of SCORING.md). It is about service, not about people.',
  valuesConfig: {
    ABOVE_TARGET: { description: 'Melampaui: 110 or more.' },
    ON_TARGET: { description: 'Sesuai: 90 to below 110.' },
    NEEDS_SUPPORT: { description: 'Perlu pendampingan: 70 to below 90.' },
    NEEDS_DECISION: { description: "Perlu keputusan: below 70; the leaders' help is asked for." },
    NOT_ENOUGH_DATA: { description: 'Data belum cukup: coverage below the minimum; no value is shown.' },
  },
});
@ObjectType({ description: "One indicator's share in an employee's score." })
export class ScorePart {
  @Field(() => Decimal, { description: 'Bobot: how much it weighs beside the others; above 0.' })
  weight!: string;

  @Field(() => Decimal, {
    description: "The value at which attainment is 0, in the indicator's unit of measure.",
  })
  floor!: string;

  @Field(() => Decimal, { description: 'The value at which attainment is 100.' })
  target!: string;

  @Field(() => Decimal, { description: 'The value from which on attainment is 120.' })
  stretch!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Realisasi: what was measured; null while there is nothing.',
  })
  realised!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Capaian, 0 to 120: floor gives 0, target 100, stretch 120 (AT rules).',
  })
  attainment!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Points that it brings to the value; all contributions add up to the value exactly (WR rules).',
  })
  contribution!: string | null;

  regionCode!: string;
  indicatorId!: string;
}

export function toScorePart(regionCode: string, part: DomainPart, planned: PlannedIndicator): ScorePart {
  const text = (value: Amount | null) => (value === null ? null : formatAmount(value));
  return Object.assign(new ScorePart(), {
    weight: formatAmount(part.weight),
    floor: formatAmount(planned.floor),
    target: formatAmount(planned.target),
    stretch: formatAmount(planned.stretch),
    realised: text(part.realised),
    attainment: text(part.attainment),
    contribution: text(part.contribution),
    regionCode,
    indicatorId: part.indicatorId,
  });
}

@ObjectType({
  description:
    'The indicative score of one employee in one period. A person, never the system, decides on a rating.',
})
export class EmployeeScore {
  @Field(() => Decimal, {
    nullable: true,
    description:
      '0 to 120; null while coverage is below the minimum: missing data are never read as zero (WR rules).',
  })
  value!: string | null;

  @Field(() => Decimal, { description: 'Cakupan, 0 to 1: the share of the planned weight that has data.' })
  coverage!: string;

  @Field(() => Int, { description: 'Number of observations that count.' })
  observationCount!: number;

  @Field(() => String, { description: 'Version of the scoring policy that it was computed with.' })
  policyVersion!: string;

  @Field(() => Instant, { description: 'When it last changed.' })
  changedAt!: Date;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  periodCode!: string;

  regionCode!: string;
  employeeId!: string;
}

export function toEmployeeScore(row: EmployeeScoreRow): EmployeeScore {
  return Object.assign(new EmployeeScore(), {
    value: row.value === null || row.value === undefined ? null : formatAmount(amount(row.value)),
    coverage: formatAmount(amount(row.coverage)),
    observationCount: row.observations,
    policyVersion: row.policyVersion,
    changedAt: row.changedAt,
    periodCode: row.periodCode,
    regionCode: row.regionCode,
    employeeId: row.employeeId,
  });
}

/** How a unit stands in one period; shared by every type that shows a unit's score. */
@ObjectType()
export abstract class UnitFigures {
  @Field(() => Int, { description: 'People with a plan in the period, in the unit and below.' })
  headcount!: number;

  @Field(() => Int, { description: 'Those of them who have a value.' })
  scoredHeadcount!: number;

  @Field(() => Decimal, { nullable: true, description: '0 to 120; null while there is not enough data.' })
  value!: string | null;

  @Field(() => Decimal, { description: 'Mean coverage of the people, 0 to 1.' })
  coverage!: string;

  @Field(() => UNIT_STATES, { description: 'How the unit stands.' })
  state!: UnitState;

  @Field(() => Int, { description: 'Number of observations that count, in the unit and below.' })
  observationCount!: number;

  @Field(() => Instant, { nullable: true, description: 'When it last changed; null: never.' })
  changedAt!: Date | null;
}

@ObjectType({
  description: 'The score of a unit and everything below it in one period: the mean over its people.',
})
export class UnitScore extends UnitFigures {
  @Field(() => ID, { description: 'The id of the unit.' })
  unitId!: string;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  periodCode!: string;

  regionCode!: string;
}

export function toUnitScore(regionCode: string, periodCode: string, unit: UnitOnBoard): UnitScore {
  return Object.assign(new UnitScore(), {
    unitId: unit.id,
    periodCode,
    headcount: unit.headcount,
    scoredHeadcount: unit.scoredHeadcount,
    value: unit.value,
    coverage: unit.coverage,
    state: unit.state,
    observationCount: unit.observationCount,
    changedAt: unit.changedAt === null ? null : new Date(unit.changedAt),
    regionCode,
  });
}
