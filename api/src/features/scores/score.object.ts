import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { amount, formatAmount, type Amount } from '../../domain/amount.js';
import type { UnitOnBoard } from '../../domain/facts.js';
import type { UnitState } from '../../domain/scoring/roll-up-unit.js';
import type { CoreValue } from '../../domain/people/berakhlak.js';
import type { Predicate } from '../../domain/scoring/predicate.js';
import type { Rating } from '../../domain/scoring/rating.js';
import type {
  EmployeeScore as DomainScore,
  ScorePart as DomainPart,
} from '../../domain/scoring/score-employee.js';
import { BEFOREHAND } from '../../platform/graphql/read-beforehand.js';
import { Node } from '../../platform/graphql/node.object.js';
import { Decimal, Instant } from '../../platform/graphql/scalars.js';
import type { TargetPoints } from '../../domain/scoring/attainment.js';
import type { Employee } from '../employees/employee.object.js';
import type { Indicator } from '../indicators/indicator.object.js';
import { CORE_VALUES, PREDICATES, RATINGS, SCORE_STATUSES } from './score.enums.js';
import type { ScoredBy } from './load-plans.js';
import type { EmployeeScoreRow } from './employee-score.entity.js';

export const UNIT_STATES = {
  ABOVE_TARGET: 'ABOVE_TARGET',
  ON_TARGET: 'ON_TARGET',
  NEEDS_SUPPORT: 'NEEDS_SUPPORT',
  NEEDS_DECISION: 'NEEDS_DECISION',
  NOT_ENOUGH_DATA: 'NOT_ENOUGH_DATA',
  TOO_FEW_PEOPLE: 'TOO_FEW_PEOPLE',
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
    TOO_FEW_PEOPLE: {
      description:
        'Kelompok terlalu kecil: so few people have a value that showing theirs together would tell each of the others.',
    },
  },
});
@ObjectType({ description: "One indicator's share in an employee's score." })
export class ScorePart {
  readonly regionCode: string;
  readonly indicatorId: string;
  readonly [BEFOREHAND]: { readonly indicator: Indicator | undefined };
  readonly #part: DomainPart;
  readonly #planned: TargetPoints;

  constructor(
    regionCode: string,
    part: DomainPart,
    planned: TargetPoints,
    /** Where it has been read already. */
    indicator?: Indicator,
  ) {
    this[BEFOREHAND] = { indicator };
    this.regionCode = regionCode;
    this.indicatorId = part.indicatorId;
    this.#part = part;
    this.#planned = planned;
  }

  // A page holds hundreds of parts: of each only what is asked for is written out.
  @Field(() => Decimal, { description: 'Bobot: how much it weighs beside the others; above 0.' })
  get weight(): string {
    return formatAmount(this.#part.weight);
  }

  @Field(() => Decimal, {
    description: "The value at which attainment is 0, in the indicator's unit of measure.",
  })
  get floor(): string {
    return formatAmount(this.#planned.floor);
  }

  @Field(() => Decimal, { description: 'The value at which attainment is 100.' })
  get target(): string {
    return formatAmount(this.#planned.target);
  }

  @Field(() => Decimal, { description: 'The value from which on attainment is 120.' })
  get stretch(): string {
    return formatAmount(this.#planned.stretch);
  }

  @Field(() => Decimal, {
    nullable: true,
    description: 'Set for a range: 100 from target to stretch, falling to 0 at floor and here (AT rules).',
  })
  get ceiling(): string | null {
    return textOf(this.#planned.ceiling);
  }

  @Field(() => Decimal, {
    nullable: true,
    description: 'Realisasi: what was measured; null while there is nothing.',
  })
  get realised(): string | null {
    return textOf(this.#part.realised);
  }

  @Field(() => Decimal, {
    nullable: true,
    description: 'Capaian, 0 to 120: floor gives 0, target 100, stretch 120 (AT rules).',
  })
  get attainment(): string | null {
    return textOf(this.#part.attainment);
  }

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Points that it brings to the work result; all contributions add up to its value exactly (WR rules).',
  })
  get contribution(): string | null {
    return textOf(this.#part.contribution);
  }
}

@ObjectType({ description: 'Hasil kerja: what came of the planned work.' })
export class WorkResultScore {
  @Field(() => Decimal, {
    nullable: true,
    description: 'Points, 0 to 120; null while coverage is below the minimum.',
  })
  value!: string | null;

  @Field(() => RATINGS, {
    nullable: true,
    description: 'What the value means by the bands; null without a value.',
  })
  rating!: Rating | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Points that it brings to the score's value; with behaviour's they add up exactly (NV rules).",
  })
  contribution!: string | null;
}

@ObjectType({ description: 'What was observed of one of the seven core values of ASN.' })
export class CoreValueScore {
  @Field(() => CORE_VALUES, { description: 'The core value of ASN that is rated (BerAKHLAK).' })
  coreValue!: CoreValue;

  @Field(() => Int, { description: 'Observations of it that count.' })
  observationCount!: number;

  @Field(() => Int, { description: 'Different people who observed.' })
  observerCount!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Points, 60 to 120 under the first policy; null until enough people saw enough (BE rules).',
  })
  points!: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Points that it brings to the behaviour value.' })
  contribution!: string | null;
}

@ObjectType({ description: 'Perilaku kerja: how the work was done, by the seven core values (BerAKHLAK).' })
export class BehaviourScore {
  @Field(() => Decimal, {
    nullable: true,
    description: 'Points, 0 to 120; null while too little was observed.',
  })
  value!: string | null;

  @Field(() => RATINGS, {
    nullable: true,
    description: 'What the value means by the bands; null without a value.',
  })
  rating!: Rating | null;

  @Field(() => Decimal, { nullable: true, description: "Points that it brings to the score's value." })
  contribution!: string | null;

  @Field(() => Int, { description: 'How many of the seven core values count, 0 to 7.' })
  valuesCounted!: number;

  @Field(() => [CoreValueScore], { description: 'Each core value, in the order of the law.' })
  parts!: CoreValueScore[];
}

@ObjectType({
  description:
    'Usulan sistem: what the two ratings would give. It is never a predicate: only an appraiser confirms one, and that is another type, ConfirmedPredicate.',
})
export class ProposedPredicate {
  @Field(() => PREDICATES, { description: 'The cell of the matrix (PM rules).' })
  predicate!: Predicate;

  @Field(() => RATINGS, { description: 'The rating of the work result (hasil kerja) that it rests on.' })
  workResult!: Rating;

  @Field(() => RATINGS, { description: 'The rating of behaviour (perilaku kerja) that it rests on.' })
  behaviour!: Rating;
}

@ObjectType({
  implements: Node,
  description:
    'The INDICATIVE score of one employee in one period. A person, never the system, decides on a predicate: what was confirmed is another type, ConfirmedPredicate.',
})
export class EmployeeScore {
  @Field(() => ID, {
    description:
      'The id of the employee and the code of the period, with a colon between them; it never changes.',
  })
  get id(): string {
    return `${this.employeeId}:${this.periodCode}`;
  }

  @Field(() => SCORE_STATUSES, { description: 'Whether there is enough data for a value.' })
  status!: DomainScore['status'];

  @Field(() => Decimal, {
    nullable: true,
    description:
      '0 to 120, work result and behaviour by the shares of the policy (NV rules); null while coverage is below the minimum: missing data are never read as zero.',
  })
  value!: string | null;

  @Field(() => Decimal, { description: 'Cakupan, 0 to 1: the share of the planned weight that has data.' })
  coverage!: string;

  @Field(() => Int, { description: 'Number of observations that count, of results and of behaviour.' })
  observationCount!: number;

  @Field(() => ProposedPredicate, {
    nullable: true,
    description: 'What the system proposes to the appraiser; null while either rating is missing.',
  })
  proposal!: ProposedPredicate | null;

  @Field(() => String, { description: 'Version of the scoring policy that it was computed with.' })
  policyVersion!: string;

  @Field(() => Instant, { description: 'When it last changed; looking back, the moment looked back to.' })
  changedAt!: Date;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  periodCode!: string;

  regionCode!: string;
  employeeId!: string;
  /** Set when looking back: what was computed for it. */
  computed!: Computed | null;
  declare [BEFOREHAND]?: {
    readonly employee?: Employee | undefined;
    readonly parts?: (() => ScorePart[]) | undefined;
  };
}

/** A score with everything that it was computed from. */
export interface Computed {
  readonly score: DomainScore;
  readonly by: ScoredBy;
}

export function toEmployeeScore(row: EmployeeScoreRow): EmployeeScore {
  const { workRating, behaviourRating, predicate } = row;
  return Object.assign(new EmployeeScore(), {
    status: row.value === null || row.value === undefined ? 'NOT_ENOUGH_DATA' : 'SCORED',
    value: row.value === null || row.value === undefined ? null : formatAmount(amount(row.value)),
    coverage: formatAmount(amount(row.coverage)),
    observationCount: row.observations,
    proposal: toProposal(predicate ?? null, workRating ?? null, behaviourRating ?? null),
    policyVersion: row.policyVersion,
    changedAt: row.changedAt,
    periodCode: row.periodCode,
    regionCode: row.regionCode,
    employeeId: row.employeeId,
    computed: null,
  });
}

/** A score of the past, computed again. */
export function toPastScore(
  of: Pick<EmployeeScore, 'regionCode' | 'employeeId' | 'periodCode' | 'changedAt'>,
  computed: Computed,
): EmployeeScore {
  const { score, by } = computed;
  return Object.assign(new EmployeeScore(), {
    ...of,
    status: score.status,
    value: textOf(score.value),
    coverage: formatAmount(score.coverage),
    observationCount: by.observations,
    proposal: toProposal(score.proposed, score.workResult.rating, score.behaviour.rating),
    policyVersion: score.policyVersion,
    computed,
  });
}

export function toProposal(
  predicate: Predicate | null,
  workResult: Rating | null,
  behaviour: Rating | null,
): ProposedPredicate | null {
  if (predicate === null) return null;
  return Object.assign(new ProposedPredicate(), { predicate, workResult, behaviour });
}

export function toWorkResult({ workResult }: DomainScore): WorkResultScore {
  const { value, rating, contribution } = workResult;
  return Object.assign(new WorkResultScore(), {
    value: textOf(value),
    rating,
    contribution: textOf(contribution),
  });
}

export function toBehaviour({ behaviour }: DomainScore): BehaviourScore {
  const { value, rating, contribution, valuesCounted, parts } = behaviour;
  return Object.assign(new BehaviourScore(), {
    value: textOf(value),
    rating,
    contribution: textOf(contribution),
    valuesCounted,
    parts: parts.map((part) =>
      Object.assign(new CoreValueScore(), {
        coreValue: part.coreValue,
        observationCount: part.count,
        observerCount: part.observers,
        points: textOf(part.points),
        contribution: textOf(part.contribution),
      }),
    ),
  });
}

function textOf(value: Amount | null): string | null {
  return value === null ? null : formatAmount(value);
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
