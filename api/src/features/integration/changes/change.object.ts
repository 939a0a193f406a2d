import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLScalarType } from 'graphql';
import { GraphQLSafeInt } from 'graphql-scalars';
import { CHANGE_REASONS, type ChangeReason } from '../../../domain/integration/change-reason.js';
import { CHANGE_TYPES, type ChangeType } from '../../../domain/integration/change-type.js';
import type { PeriodState } from '../../../domain/period/period-state.js';
import type { Predicate } from '../../../domain/scoring/predicate.js';
import { Cursor, Decimal, Instant, LocalDate } from '../../../platform/graphql/scalars.js';
import { ConfirmedPredicate } from '../../appraisals/confirmation.object.js';
import { Employee } from '../../employees/employee.object.js';
import { Unit } from '../../employees/unit.object.js';
import { Indicator, Period, PERIOD_STATES } from '../../indicators/indicator.object.js';
import { ScoringPolicy } from '../../policies/policy.object.js';
import { PREDICATES } from '../../scores/score.enums.js';
import { EmployeeScore } from '../../scores/score.object.js';

const CHANGE_OPS = { UPSERT: 'UPSERT', DELETE: 'DELETE' } as const;
registerEnumType(CHANGE_OPS, {
  name: 'ChangeOp',
  description: 'What whoever keeps a copy does with a row.',
  valuesConfig: {
    UPSERT: { description: 'Put the row in the place of the one of the same type and id, or add it.' },
    DELETE: {
      description:
        'Forget the row; of an EMPLOYEE everything that is kept about this person: lines, scores and predicates too.',
    },
  },
});

/** The enum as fields and arguments name it. */
export const CHANGE_TYPE_ENUM = Object.fromEntries(Object.keys(CHANGE_TYPES).map((type) => [type, type])) as {
  [T in ChangeType]: T;
};
registerEnumType(CHANGE_TYPE_ENUM, {
  name: 'ChangeType',
  description: 'What kind of row a change is of.',
  valuesConfig: {
    EMPLOYEE: {
      description: 'A person in service; `id` is theirs. For PEOPLE, SCORES, PREDICATES and PROVISION.',
    },
    REPORTING_LINE: {
      description: 'Who appraises a person from a day on; `id` is "<employee>:<day>". For whom EMPLOYEE is.',
    },
    EMPLOYEE_SCORE: {
      description: 'An indicative score; `id` is "<employee>:<period>". For the scope SCORES.',
    },
    CONFIRMED_PREDICATE: {
      description:
        'What an appraiser confirmed of a person in a period, the latest word; `id` is "<employee>:<period>". For SCORES and PREDICATES.',
    },
    UNIT: { description: 'A unit of the organisation.' },
    PERIOD: { description: 'A period, with its state; `id` is its code.' },
    POLICY: { description: 'A signed scoring policy; `id` is its version.' },
    INDICATOR: { description: 'What is measured.' },
  },
});

const CHANGE_REASON_ENUM = Object.fromEntries(
  Object.keys(CHANGE_REASONS).map((reason) => [reason, reason]),
) as { [R in ChangeReason]: R };
registerEnumType(CHANGE_REASON_ENUM, {
  name: 'ChangeReason',
  description: 'Why a row is another one than before, the weightiest first.',
  valuesConfig: Object.fromEntries(
    Object.entries(CHANGE_REASONS).map(([reason, { id, en }]) => [reason, { description: `${id} · ${en}` }]),
  ) as Record<ChangeReason, { description: string }>,
});

/** Offsets of a stream, as numbers that programs can compare. */
const Version = new GraphQLScalarType({
  ...GraphQLSafeInt.toConfig(),
  name: 'Version',
  description:
    "A whole number, 1 to 2^53 - 1: the place of a change in the region's stream. Of one row a later state has a greater one. Only comparable within an epoch of the cursor.",
});

@ObjectType({
  description: 'Garis pelaporan: who appraises a person from a day on (RL rules of SCORING.md).',
})
export class ReportingLine {
  @Field(() => LocalDate, { description: 'The day from which it holds, until the next line of this person.' })
  startsOn!: string;

  regionCode!: string;
  employeeId!: string;
  appraiserId!: string | null;
}

@ObjectType({ description: 'How an indicative score stood before a change. It is no predicate.' })
export class PreviousScore {
  @Field(() => Decimal, { nullable: true, description: '0 to 120; null: there was not enough data.' })
  value!: string | null;

  @Field(() => Decimal, { description: 'Cakupan, 0 to 1.' })
  coverage!: string;

  @Field(() => Int, { description: 'Number of observations that counted.' })
  observationCount!: number;

  @Field(() => PREDICATES, {
    nullable: true,
    description: 'What the system proposed; null while there was too little data.',
  })
  proposed!: Predicate | null;

  employeeId!: string;
}

@ObjectType({
  description: 'The confirmed predicate that a later one took the place of; it stays on record.',
})
export class PreviousPredicate {
  @Field(() => ID, { description: 'The id of that ConfirmedPredicate.' })
  id!: string;

  @Field(() => PREDICATES, { description: 'What had been confirmed.' })
  predicate!: Predicate;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The indicative value at that moment, 0 to 120; null: there was none.',
  })
  value!: string | null;

  @Field(() => Instant, { description: 'When it was confirmed.' })
  confirmedAt!: Date;

  employeeId!: string;
}

/** What a change holds: the row as it is now. */
export const ChangedRow = createUnionType({
  name: 'ChangedRow',
  description: 'A row as it is now.',
  types: () =>
    [
      Employee,
      ReportingLine,
      EmployeeScore,
      ConfirmedPredicate,
      Unit,
      Period,
      ScoringPolicy,
      Indicator,
    ] as const,
});

@ObjectType({
  description:
    'What became of one row since the cursor: all its changes in a page as one, at the place of the last of them.',
})
export class Change {
  @Field(() => CHANGE_OPS, { description: 'What to do with the row in a copy.' })
  op!: keyof typeof CHANGE_OPS;

  @Field(() => CHANGE_TYPE_ENUM, { description: 'What kind of row it is.' })
  type!: ChangeType;

  @Field(() => ID, { description: 'With the type, the row for good; how it is made stands at each type.' })
  id!: string;

  @Field(() => Version, {
    description:
      'Grows with each change of this row. A copy that holds a greater one already keeps what it has; doing the same one twice does no harm.',
  })
  version!: number;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The day from which it holds, in Asia/Jakarta: of an EMPLOYEE the first of the present post, of a REPORTING_LINE its own, of a score or predicate the first of the period, of a POLICY the day it takes effect. Null: no day is on record, or a DELETE.',
  })
  validFrom!: string | null;

  @Field(() => Instant, { description: 'When Pantau recorded the last change.' })
  recordedAt!: Date;

  @Field(() => CHANGE_REASON_ENUM, { description: 'Why; of several reasons the weightiest.' })
  reason!: ChangeReason;

  @Field(() => [CHANGE_REASON_ENUM], { description: 'All reasons, each once, the first change first.' })
  reasons!: readonly ChangeReason[];

  @Field(() => String, { description: 'The reason as a sentence in Indonesian.' })
  sentence!: string;

  @Field(() => String, { description: 'The same in English.' })
  sentenceEn!: string;

  @Field(() => PERIOD_STATES, {
    nullable: true,
    description:
      'Of a score or a predicate: the state of its period when the change was recorded. CLOSED, REOPENED or CONFIRMED: it corrects what had been closed. Null for all others and for a DELETE.',
  })
  periodState!: PeriodState | null;

  @Field(() => PreviousScore, {
    nullable: true,
    description:
      'Of an EMPLOYEE_SCORE: how it stood before the first of these changes. Null: there was no score, or the change tells nothing of it.',
  })
  previousScore!: PreviousScore | null;

  @Field(() => PreviousPredicate, {
    nullable: true,
    description:
      'Of a CONFIRMED_PREDICATE that was confirmed anew: the one before. Null for the first one, and where only its score moved.',
  })
  previousPredicate!: PreviousPredicate | null;

  @Field(() => ChangedRow, {
    nullable: true,
    description: 'The row as it is now, by your own rights; null for a DELETE.',
  })
  node!: typeof ChangedRow | null;
}

@ObjectType({ description: 'A page of changes, in the order in which they were committed.' })
export class ChangesPage {
  @Field(() => [Change], {
    description:
      'Each row once. At most `first`, or what a single change brings; a page may be empty though more follows.',
  })
  changes!: Change[];

  @Field(() => Cursor, {
    description: 'Give it as `since` for the next page, and keep the last one until the next night.',
  })
  endCursor!: string;

  @Field(() => Boolean, { description: 'Whether the stream goes on: ask again at once with `endCursor`.' })
  hasNextPage!: boolean;
}
