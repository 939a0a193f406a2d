import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { amount, formatAmount, type Amount } from '../../domain/amount.js';
import type { UnitScore, UnitState } from '../../domain/scoring/roll-up-unit.js';
import { connectionOf, type Page } from '../../platform/graphql/connection.js';
import { Decimal } from '../../platform/graphql/scalars.js';
import { PREVIEWED_AT_MOST, type Preview, type ScoreMove, type UnitMove } from './preview-policy.js';
import { ProposedPredicate, toProposal, UNIT_STATES } from './score.object.js';
import type { StoredScore } from './score.store.js';

@ObjectType({ description: 'What a person is shown under a policy.' })
export class PolicyScore {
  @Field(() => Decimal, {
    nullable: true,
    description: '0 to the cap; null while coverage is below the minimum of the policy.',
  })
  value!: string | null;

  @Field(() => ProposedPredicate, {
    nullable: true,
    description: 'What the system would propose to the appraiser; null while either rating is missing.',
  })
  proposal!: ProposedPredicate | null;
}

@ObjectType({
  description: 'Somebody who would be shown another value or proposal. Nothing of it is stored.',
})
export class PolicyMove {
  @Field(() => PolicyScore, { description: 'As it is stored, under the policy in force.' })
  before!: PolicyScore;

  @Field(() => PolicyScore, { description: 'The score as it would be under the policy.' })
  after!: PolicyScore;

  @Field(() => Decimal, {
    nullable: true,
    description: 'By how much the value moves; null without one of the two.',
  })
  delta!: string | null;

  regionCode!: string;
  employeeId!: string;
}

@ObjectType({ description: "A unit's score under a policy." })
export class PolicyUnitScore {
  @Field(() => Decimal, {
    nullable: true,
    description: '0 to the cap; null while there is not enough data or there are too few people.',
  })
  value!: string | null;

  @Field(() => UNIT_STATES, { description: 'How the unit stands by the bands of the policy.' })
  state!: UnitState;
}

@ObjectType({ description: 'A unit that would be shown another value or state.' })
export class PolicyUnitMove {
  @Field(() => PolicyUnitScore, { description: 'As it stands, under the policy in force.' })
  before!: PolicyUnitScore;

  @Field(() => PolicyUnitScore, { description: 'The score of the unit as it would be under the policy.' })
  after!: PolicyUnitScore;

  regionCode!: string;
  unitId!: string;
}

/** A page of those who move. */
export const PolicyMoveConnection: ClassType<Page<PolicyMove>> = connectionOf('PolicyMove', () => PolicyMove);

@ObjectType({
  description:
    'What a policy would make of a period: computed from the raw observations, and nothing of it stored. What moves for whom is told before anybody signs.',
})
export class PolicyPreview {
  @Field(() => String, { description: 'The version that was tried out.' })
  version!: string;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  periodCode!: string;

  @Field(() => String, { description: 'The version in force, which it is compared with.' })
  policyVersion!: string;

  @Field(() => Int, {
    description: `People computed: those with a plan in the period, in the unit and below where one was named; at most ${PREVIEWED_AT_MOST}. The five numbers of values add up to it.`,
  })
  people!: number;

  @Field(() => Int, { description: 'Values that would rise.' })
  valuesUp!: number;

  @Field(() => Int, { description: 'Values that would fall.' })
  valuesDown!: number;

  @Field(() => Int, { description: 'Values that would stay; also who has none and would have none.' })
  valuesSame!: number;

  @Field(() => Int, { description: 'People without a value who would have one.' })
  becomeScored!: number;

  @Field(() => Int, { description: 'People with a value who would have none.' })
  loseScore!: number;

  @Field(() => Int, { description: 'Proposed predicates that would be another, or come or go.' })
  predicatesMoved!: number;

  @Field(() => PolicyMoveConnection, {
    description:
      'A page of those who would be shown something else, in the order in which they were added; never ranked.',
  })
  moved!: Page<PolicyMove>;

  @Field(() => [PolicyUnitMove], {
    description:
      'Units that would be shown another value or state, in office order; only the named unit and those below it. Bounded by the number of units.',
  })
  units!: PolicyUnitMove[];
}

export function toPreview(regionCode: string, preview: Preview, moved: Page<PolicyMove>): PolicyPreview {
  const { version, periodCode, policyVersion, people, ways, predicatesMoved } = preview;
  return Object.assign(new PolicyPreview(), {
    version,
    periodCode,
    policyVersion,
    people,
    valuesUp: ways.UP,
    valuesDown: ways.DOWN,
    valuesSame: ways.SAME,
    becomeScored: ways.GAINED,
    loseScore: ways.LOST,
    predicatesMoved,
    moved,
    units: preview.units.map((move) => toUnitMove(regionCode, move)),
  });
}

export function toMove(regionCode: string, { before, after }: ScoreMove): PolicyMove {
  return Object.assign(new PolicyMove(), {
    before: toScore(before),
    after: toScore(after),
    delta:
      before.value === null || after.value === null
        ? null
        : formatAmount(amount(after.value) - amount(before.value)),
    regionCode,
    employeeId: before.employeeId,
  });
}

function toScore({ value, predicate, workRating, behaviourRating }: StoredScore): PolicyScore {
  return Object.assign(new PolicyScore(), {
    value,
    proposal: toProposal(predicate, workRating, behaviourRating),
  });
}

function toUnitMove(regionCode: string, { unitId, before, after }: UnitMove): PolicyUnitMove {
  const told = ({ value, state }: UnitScore) =>
    Object.assign(new PolicyUnitScore(), { value: textOf(value), state });
  return Object.assign(new PolicyUnitMove(), {
    before: told(before),
    after: told(after),
    regionCode,
    unitId,
  });
}

function textOf(value: Amount | null): string | null {
  return value === null ? null : formatAmount(value);
}
