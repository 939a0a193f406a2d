import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { formatAmount, type Amount } from '../../domain/amount.js';
import type {
  ExplanationKind,
  ExplanationNode as DomainNode,
} from '../../domain/explanation/explanation-node.js';
import { showContributions } from '../../domain/explanation/show-contributions.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import type { UnitState } from '../../domain/scoring/roll-up-unit.js';
import type { EmployeeScore as DomainScore } from '../../domain/scoring/score-employee.js';
import { Decimal, Instant } from '../../platform/graphql/scalars.js';
import { SCORE_STATUSES } from '../scores/score.enums.js';
import { ProposedPredicate, UNIT_STATES } from '../scores/score.object.js';

const KINDS = {
  SCORE: 'SCORE',
  WORK_RESULT: 'WORK_RESULT',
  BEHAVIOUR: 'BEHAVIOUR',
  INDICATOR: 'INDICATOR',
  CORE_VALUE: 'CORE_VALUE',
  TARGET: 'TARGET',
  REALISATION: 'REALISATION',
  OBSERVATION: 'OBSERVATION',
  OTHER_OBSERVATIONS: 'OTHER_OBSERVATIONS',
  EVIDENCE: 'EVIDENCE',
  COVERAGE: 'COVERAGE',
  PREDICATE: 'PREDICATE',
  UNIT: 'UNIT',
  PEOPLE: 'PEOPLE',
} as const satisfies { [K in ExplanationKind]: K };
registerEnumType(KINDS, {
  name: 'ExplanationKind',
  description: 'What a node of an explanation is about (EX rules of SCORING.md).',
  valuesConfig: {
    SCORE: { description: 'The number that is explained.' },
    WORK_RESULT: { description: 'Hasil kerja: its part of the score.' },
    BEHAVIOUR: { description: 'Perilaku kerja: its part of the score.' },
    INDICATOR: { description: 'One indicator and what it brings.' },
    CORE_VALUE: { description: 'One of the seven core values and what it brings.' },
    TARGET: { description: 'The points of the target, and how attainment follows from them.' },
    REALISATION: { description: 'What was realised, and from which observations.' },
    OBSERVATION: { description: 'One observation that counts.' },
    OTHER_OBSERVATIONS: { description: 'All observations that are not listed one by one, as one sum.' },
    EVIDENCE: { description: 'What was written down with an observation.' },
    COVERAGE: { description: 'How much of the plan has data.' },
    PREDICATE: { description: 'What the system proposes to the appraiser, or why it proposes nothing.' },
    UNIT: { description: 'A unit below, as a whole.' },
    PEOPLE: { description: 'The people directly in the unit, as one group; nobody is named.' },
  },
});

@ObjectType({ description: 'A number that an arithmetic was done with.' })
export class ExplanationTerm {
  @Field(() => String, { description: 'What it is, in Indonesian.' })
  name!: string;

  @Field(() => String, { description: 'What it is, in English.' })
  nameEn!: string;

  @Field(() => Decimal, { description: 'Exactly the number computed with.' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'Its unit, in Indonesian; null for a bare number.' })
  measureUnit!: string | null;
}

@ObjectType({
  description:
    'One step of the derivation of a score. The contributions of siblings add up exactly to the value of their parent (EX1).',
})
export class ExplanationNode {
  @Field(() => ID, { description: 'Its path in this explanation, e.g. "score/results/ADM-03/target".' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The node that it explains; null for the first one.' })
  parentId!: string | null;

  @Field(() => KINDS, { description: 'What it is about.' })
  kind!: ExplanationKind;

  @Field(() => String, { description: 'Its name, in Indonesian.' })
  name!: string;

  @Field(() => String, { description: 'Its name, in English.' })
  nameEn!: string;

  @Field(() => Decimal, { nullable: true, description: 'Its value; null: none, or belum cukup data.' })
  value!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unit of the value in Indonesian: "poin", "menit"; null: a share.',
  })
  measureUnit!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  measureUnitEn!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "What it brings to its parent's value, in the parent's unit.",
  })
  contribution!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'The same as it is to be shown: rounded to the places of the policy such that siblings add up to the rounded value of their parent (EX10).',
  })
  shownContribution!: string | null;

  @Field(() => String, { description: 'The rule by which it is so: an id of SCORING.md, e.g. "WR1".' })
  ruleId!: string;

  @Field(() => [ExplanationTerm], { description: 'The arithmetic as numbers, in the order of the sentence.' })
  terms!: ExplanationTerm[];

  @Field(() => String, { description: 'The arithmetic as a sentence, in Indonesian.' })
  sentence!: string;

  @Field(() => String, { description: 'The same in English.' })
  sentenceEn!: string;

  @Field(() => ID, { nullable: true, description: 'The observation that it is about.' })
  observationId!: string | null;

  @Field(() => Boolean, { description: 'Whether an objection to it waits for its ruling.' })
  contested!: boolean;
}

function textOf(value: Amount | null): string | null {
  return value === null ? null : formatAmount(value);
}

function toNode(node: DomainNode, shown: Amount | undefined): ExplanationNode {
  const { id, parentId, kind, name, value, measureUnit, contribution, ruleId, terms, sentence } = node;
  return Object.assign(new ExplanationNode(), {
    id,
    parentId,
    kind,
    name: name.id,
    nameEn: name.en,
    value: textOf(value),
    measureUnit: measureUnit?.id ?? null,
    measureUnitEn: measureUnit?.en ?? null,
    contribution: textOf(contribution),
    shownContribution: shown === undefined ? null : formatAmount(shown),
    ruleId,
    terms: terms.map((term) =>
      Object.assign(new ExplanationTerm(), {
        name: term.name.id,
        nameEn: term.name.en,
        value: formatAmount(term.value),
        measureUnit: term.measureUnit?.id ?? null,
      }),
    ),
    sentence: sentence.id,
    sentenceEn: sentence.en,
    observationId: node.observationId,
    contested: node.contested,
  });
}

/** What every explanation says of itself. */
@ObjectType()
abstract class Explanation {
  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  periodCode!: string;

  @Field(() => Decimal, { nullable: true, description: 'The number explained, 0 to 120; null: none.' })
  value!: string | null;

  @Field(() => Decimal, { description: 'Share of the planned weight that has data, 0 to 1.' })
  coverage!: string;

  @Field(() => String, { description: 'Version of the scoring policy that it follows.' })
  policyVersion!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'Only what had been observed by then; null: everything.',
  })
  asOf!: Date | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Only what had been recorded by then; null: what is known now.',
  })
  knownAt!: Date | null;

  @Field(() => [ExplanationNode], {
    description:
      'The derivation, depth first, parents before their children. Of each indicator the 20 latest observations are listed, the rest summed.',
  })
  nodes!: ExplanationNode[];

  regionCode!: string;
}

@ObjectType({ description: "Where an employee's score comes from, step by step down to the observations." })
export class ScoreExplanation extends Explanation {
  @Field(() => SCORE_STATUSES, { description: 'Whether there is enough data for a value.' })
  status!: DomainScore['status'];

  @Field(() => ProposedPredicate, {
    nullable: true,
    description: 'What the system proposes; null: nothing yet.',
  })
  proposal!: ProposedPredicate | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The value if every open objection were upheld; null without one, and when looking back.',
  })
  ifUpheld!: string | null;

  employeeId!: string;
}

@ObjectType({
  description: "Where a unit's score comes from: units below, its own people as a group, indicators.",
})
export class UnitScoreExplanation extends Explanation {
  @Field(() => UNIT_STATES, { description: 'How the unit stands.' })
  state!: UnitState;

  unitId!: string;
}

/** Fills what both explanations share. */
export function withNodes<T extends Explanation>(
  explanation: T,
  nodes: readonly DomainNode[],
  policy: ScoringPolicy,
  rest: Omit<T, 'nodes' | 'value' | 'coverage' | 'policyVersion'> & {
    readonly value: Amount | null;
    readonly coverage: Amount;
  },
): T {
  const shown = showContributions(nodes, policy.shownPlaces);
  return Object.assign(explanation, rest, {
    policyVersion: policy.version,
    value: textOf(rest.value),
    coverage: formatAmount(rest.coverage),
    nodes: nodes.map((node) => toNode(node, shown.get(node.id))),
  });
}
