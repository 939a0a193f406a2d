import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { PolicyState } from '../../domain/scoring/accept-policy.js';
import type { ScoringPolicy as DomainPolicy } from '../../domain/scoring/policy.js';
import { writePolicy } from '../../domain/scoring/read-policy.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Decimal, Instant, LocalDate } from '../../platform/graphql/scalars.js';
import type { PolicyRow } from './policy.entity.js';
import { storedPolicy } from './policy.store.js';

const POLICY_STATES = { DRAFT: 'DRAFT', SIGNED: 'SIGNED', DROPPED: 'DROPPED' } as const satisfies {
  [K in PolicyState]: K;
};
registerEnumType(POLICY_STATES, {
  name: 'PolicyState',
  description: 'Where a scoring policy stands (PN rules of SCORING.md).',
  valuesConfig: {
    DRAFT: { description: 'Konsep: nobody is scored by it; it can be previewed, signed or dropped.' },
    SIGNED: {
      description: 'Ditandatangani: holds for periods that begin on its effective day or later, for good.',
    },
    DROPPED: { description: 'Dibuang: given up as a draft; kept in the record.' },
  },
});

/** The enum as fields and inputs name it. */
export const ATTAINMENT_METHODS = { POINTS: 'POINTS', RATIO: 'RATIO' } as const satisfies {
  [K in DomainPolicy['attainmentMethod']]: K;
};
registerEnumType(ATTAINMENT_METHODS, {
  name: 'AttainmentMethod',
  description: 'How a realised value becomes attainment (AT rules).',
  valuesConfig: {
    POINTS: { description: 'Straight lines between floor, target and stretch: 0, 100 and 120 points.' },
    RATIO: { description: 'Realisation over target, as the performance plan (SKP) has it.' },
  },
});

/** The enum as fields and inputs name it. */
export const CONTEST_CALENDARS = { WORKING: 'WORKING', CALENDAR: 'CALENDAR' } as const satisfies {
  [K in DomainPolicy['contest']['calendar']]: K;
};
registerEnumType(CONTEST_CALENDARS, {
  name: 'ContestCalendar',
  description: 'Which days a deadline counts.',
  valuesConfig: {
    WORKING: { description: 'Working days: no Saturday, no Sunday, no holiday.' },
    CALENDAR: { description: 'Every day counts, weekends and holidays too.' },
  },
});

@ObjectType({
  description:
    "Lower edges in points, each inside the better side; cap ≥ above > meets > decide > 0. All three set a unit's state, the upper two a person's ratings.",
})
export class PolicyBands {
  @Field(() => Decimal, { description: 'From here on: above expectations.' })
  above!: string;

  @Field(() => Decimal, { description: 'From here on: meets expectations.' })
  meets!: string;

  @Field(() => Decimal, { description: "Below: a unit needs its leaders' decision." })
  decide!: string;
}

@ObjectType({
  description: 'What both parts bring into the number shown, in per cent; the sum is 100 (NV rules).',
})
export class PolicyShares {
  @Field(() => Decimal, { description: 'Of the work result; above 0.' })
  results!: string;

  @Field(() => Decimal, { description: 'Of behaviour; 0 or more.' })
  behaviour!: string;
}

@ObjectType({
  description:
    'Points of an observation of behaviour, straight lines between; 0 ≤ below < meets < above ≤ cap.',
})
export class PolicyPoints {
  @Field(() => Decimal, { description: 'Below expectations (−1).' })
  below!: string;

  @Field(() => Decimal, { description: 'Meets expectations (0).' })
  meets!: string;

  @Field(() => Decimal, { description: 'Above expectations (1).' })
  above!: string;
}

@ObjectType({ description: 'How behaviour is read from its observations (BE rules).' })
export class PolicyBehaviour {
  @Field(() => Int, { description: 'Days after which an observation weighs half, 1 to 3660.' })
  halfLifeDays!: number;

  @Field(() => Int, { description: 'Observations that a core value needs before it counts, 1 to 100.' })
  minimumObservations!: number;

  @Field(() => Int, { description: 'Different observers that they come from; at most that number.' })
  minimumObservers!: number;

  @Field(() => Int, { description: 'Core values that must count before behaviour has a value, 1 to 7.' })
  minimumValues!: number;

  @Field(() => PolicyPoints, { description: 'What an observation is worth.' })
  points!: PolicyPoints;
}

@ObjectType({ description: 'How long an observation can be contested (CT rules; PP 30/2019: 14 days).' })
export class PolicyContest {
  @Field(() => Int, { description: 'The number of days, 1 to 90.' })
  days!: number;

  @Field(() => CONTEST_CALENDARS, { description: 'Which days count.' })
  calendar!: DomainPolicy['contest']['calendar'];
}

@ObjectType({ description: 'What one indicator weighs in a role.' })
export class PolicyWeight {
  @Field(() => String, { description: 'Code of an indicator of results, e.g. "ADM-03".' })
  indicator!: string;

  @Field(() => Decimal, { description: 'In per cent, above 0.' })
  weight!: string;
}

@ObjectType({
  description:
    'Weights for every plan of a role, in place of those of its targets; an indicator that is not in it keeps the weight of its target.',
})
export class PolicyWeightSet {
  @Field(() => String, { description: 'The role, as targets name it, e.g. "LOKET".' })
  role!: string;

  @Field(() => [PolicyWeight], { description: 'At most 60; they sum to 100.' })
  weights!: PolicyWeight[];
}

@ObjectType({
  description:
    'Aturan penilaian: the numbers of the scoring rules under a version. They never change; other numbers are another version.',
})
export class ScoringPolicy {
  @Field(() => String, { description: 'Year and count, e.g. "2026-1"; scores name it.' })
  version!: string;

  @Field(() => POLICY_STATES, { description: 'Whether it is a draft, signed, or dropped.' })
  state!: PolicyState;

  @Field(() => String, {
    nullable: true,
    description: 'The version that it was copied from; null: the first.',
  })
  basedOn!: string | null;

  @Field(() => String, { description: 'What it changes and why.' })
  note!: string;

  @Field(() => Instant, { description: 'When it was drafted.' })
  createdAt!: Date;

  @Field(() => String, { description: 'Who drafted it.' })
  createdBy!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'It holds for periods that begin on this day or later (PN8), until a later one does; 0001-01-01: from the beginning; null: not signed.',
  })
  effectiveFrom!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was signed.' })
  signedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who signed it.' })
  signedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'What the signature rests on.' })
  signingNote!: string | null;

  @Field(() => ATTAINMENT_METHODS, { description: 'How realised values become attainment.' })
  attainmentMethod!: DomainPolicy['attainmentMethod'];

  @Field(() => Decimal, { description: 'The most that an attainment can be, in points, 100 to 200.' })
  cap!: string;

  @Field(() => Decimal, {
    description: 'Share of the planned weight that must have data before there is a value, 0 to 1 (WR4).',
  })
  minimumCoverage!: string;

  @Field(() => PolicyBands, { description: 'Where ratings and states begin.' })
  bands!: PolicyBands;

  @Field(() => PolicyShares, { description: 'How work result and behaviour make the number shown.' })
  shares!: PolicyShares;

  @Field(() => PolicyBehaviour, { description: 'How behaviour is read.' })
  behaviour!: PolicyBehaviour;

  @Field(() => Int, {
    description: 'People with a value that a unit needs before its value is shown, 1 to 100.',
  })
  minimumPeople!: number;

  @Field(() => PolicyContest, { description: 'How long an observation can be contested.' })
  contest!: PolicyContest;

  @Field(() => Int, {
    description: 'Decimal places that people are shown, 0 to 6; nothing is computed with it.',
  })
  shownPlaces!: number;

  @Field(() => [PolicyWeightSet], {
    description: 'By roles; empty: the weights of the targets hold. At most 200.',
  })
  weightSets!: PolicyWeightSet[];
}

export function toPolicy(row: PolicyRow): ScoringPolicy {
  return Object.assign(new ScoringPolicy(), {
    ...writePolicy(storedPolicy(row)),
    version: row.version,
    state: row.state,
    basedOn: row.basedOn ?? null,
    note: row.note,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    effectiveFrom: row.effectiveFrom ?? null,
    signedAt: row.signedAt ?? null,
    signedBy: row.signedBy ?? null,
    signingNote: row.signingNote ?? null,
  });
}

@ObjectType({ description: 'The policy is recorded, and every score that its signature moves with it.' })
export class PolicyRecorded {
  @Field(() => ScoringPolicy, { description: 'The policy as it stands now.' })
  policy!: ScoringPolicy;

  @Field(() => Cursor, { description: 'The place in the change stream from which on everybody sees it.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'The policy was not drafted, signed or dropped. Codes of drafting: POLICY_UNKNOWN, NOTE_TOO_LONG, NOTE_UNREADABLE, ' +
    'NOTE_MISSING, POLICY_NOT_DECIMAL, POLICY_TOO_MANY_DIGITS, CAP_OUT_OF_RANGE, COVERAGE_OUT_OF_RANGE, BANDS_ORDER, ' +
    'SHARES_NOT_100, BEHAVIOUR_POINTS_ORDER, COUNT_OUT_OF_RANGE, TOO_MANY_WEIGHTS, CODE_UNREADABLE, ROLE_TWICE, ' +
    'INDICATOR_TWICE, WEIGHT_NOT_POSITIVE, WEIGHTS_NOT_100, WEIGHT_INDICATOR_UNKNOWN, POLICY_SAME; of signing: ' +
    'POLICY_UNKNOWN, POLICY_NOT_DRAFT, EFFECTIVE_TOO_FAR, EFFECTIVE_BEFORE_CURRENT, EFFECTIVE_IN_CLOSED_PERIOD, ' +
    'NOTE_TOO_LONG, NOTE_UNREADABLE; of dropping: POLICY_UNKNOWN, POLICY_NOT_DRAFT (PO and PN rules of SCORING.md). ' +
    'Of a wrong number `field` is its path, such as "bands" or "weightSets.LOKET.ADM-03".',
})
export class PolicyRefused extends Refusal {}

/** The three ways in which a change of the policies ends. */
export const PolicyResult = createUnionType({
  name: 'PolicyResult',
  description: 'What became of a policy.',
  types: () => [PolicyRecorded, PolicyRefused, IdempotencyConflict] as const,
});
