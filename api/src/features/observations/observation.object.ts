import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { amount, formatAmount } from '../../domain/amount.js';
import { Cursor, Decimal, Instant } from '../../platform/graphql/scalars.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import type { ObservationRow } from './observation.entity.js';
import { Node } from '../../platform/graphql/node.object.js';
import { sourceOf } from './source-of.js';

@ObjectType({
  implements: Node,
  description:
    "Pengamatan: one measured or seen fact about an employee's work. It is never changed; a correction is another observation.",
})
export class Observation {
  @Field(() => ID, { description: 'UUID; later observations have greater ids.' })
  id!: string;

  @Field(() => Decimal, { description: "The value seen, in the indicator's unit of measure." })
  value!: string;

  @Field(() => Instant, { description: 'When it was seen or measured.' })
  observedAt!: Date;

  @Field(() => Instant, { description: 'When Pantau recorded it.' })
  recordedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What was seen, in words; at most 2,000 characters.' })
  note!: string | null;

  @Field(() => ID, { nullable: true, description: 'The observation that this one corrects.' })
  supersedesId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was corrected; set where `supersedesId` is.' })
  correctionReason!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it only takes the observation before it away: then nothing of it counts.',
  })
  withdrawn!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Which behaviour was seen, e.g. "AKH-1.2"; null for results and where none was named.',
  })
  behaviour!: string | null;

  @Field(() => String, { description: 'Code of the period in which it counts, e.g. "2026-Q4".' })
  periodCode!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What measured it, where no person did: a system by the name that it gives, e.g. "mesin antrean loket 2"; "importer" for a file, "forum" for a forum. Null where a person saw it.',
  })
  source!: string | null;

  regionCode!: string;
  employeeId!: string;
  recordedBy!: string;
  indicatorId!: string;
}

export function toObservation(row: ObservationRow): Observation {
  return Object.assign(new Observation(), {
    id: row.id,
    value: formatAmount(amount(row.value)),
    observedAt: row.observedAt,
    recordedAt: row.recordedAt,
    note: row.note ?? null,
    supersedesId: row.supersedesId ?? null,
    correctionReason: row.correctionReason ?? null,
    withdrawn: row.withdrawn,
    behaviour: row.behaviourCode ?? null,
    periodCode: row.periodCode,
    source: sourceOf(row),
    regionCode: row.regionCode,
    employeeId: row.employeeId,
    recordedBy: row.recordedBy,
    indicatorId: row.indicatorId,
  });
}

@ObjectType({ description: 'The observation is recorded, and every score that it moves with it.' })
export class ObservationRecorded {
  @Field(() => Observation, { description: 'The observation as recorded.' })
  observation!: Observation;

  @Field(() => Cursor, { description: 'The place in the change stream from which on everybody sees it.' })
  cursor!: string;

  @Field(() => Boolean, {
    description: 'Whether this key had been recorded before; then this is the first answer again.',
  })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'The observation was not taken. Codes: EMPLOYEE_UNKNOWN, EMPLOYEE_INACTIVE, INDICATOR_UNKNOWN, VALUE_NOT_DECIMAL, ' +
    'VALUE_TOO_MANY_DIGITS, VALUE_OUT_OF_RANGE, VALUE_NOT_ON_SCALE, BEHAVIOUR_UNKNOWN, OBSERVER_UNKNOWN, OBSERVED_BY_ONESELF, ' +
    'OBSERVED_IN_FUTURE, PERIOD_UNKNOWN, PERIOD_CLOSED, ' +
    'INDICATOR_NOT_PLANNED, NOTE_TOO_LONG, NOTE_UNREADABLE; for corrections also OBSERVATION_UNKNOWN, ' +
    'ALREADY_CORRECTED, ALREADY_WITHDRAWN, CORRECTION_REASON_MISSING, CORRECTION_CHANGES_NOTHING (OB and CO rules of SCORING.md).',
})
export class ObservationRefused extends Refusal {}

/** The three ways in which recording ends. */
export const ObservationResult = createUnionType({
  name: 'ObservationResult',
  description: 'What became of an observation or a correction.',
  types: () => [ObservationRecorded, ObservationRefused, IdempotencyConflict] as const,
});
