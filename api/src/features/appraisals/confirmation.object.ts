import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import type { Predicate } from '../../domain/scoring/predicate.js';
import type { Rating } from '../../domain/scoring/rating.js';
import { Cursor, Decimal, Instant } from '../../platform/graphql/scalars.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { PREDICATES, RATINGS } from '../scores/score.enums.js';
import { ProposedPredicate, toProposal } from '../scores/score.object.js';
import type { Confirmation } from './confirmation.store.js';
import { Node } from '../../platform/graphql/node.object.js';

@ObjectType({
  implements: Node,
  description:
    'Predikat kinerja pegawai as an appraiser confirmed it: the verdict of a person, never of the system (CF rules of SCORING.md; PermenPANRB 6/2022). What the system had proposed stands beside it.',
})
export class ConfirmedPredicate {
  @Field(() => ID, { description: 'UUID; later confirmations have greater ids.' })
  id!: string;

  @Field(() => PREDICATES, { description: 'The cell of the matrix of both ratings (PM rules).' })
  predicate!: Predicate;

  @Field(() => RATINGS, { description: 'Hasil kerja, as the appraiser rated it.' })
  workResult!: Rating;

  @Field(() => RATINGS, { description: 'Perilaku kerja, as the appraiser rated it.' })
  behaviour!: Rating;

  @Field(() => String, {
    description: 'What the appraisal rests on, for the employee to read; 10 to 2,000 characters.',
  })
  note!: string;

  @Field(() => ProposedPredicate, {
    nullable: true,
    description:
      'What the system proposed at that moment; null where it had too little data to propose anything.',
  })
  proposed!: ProposedPredicate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the appraiser rated otherwise than was proposed; null where nothing was.',
  })
  differsFromProposal!: boolean | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The indicative value of the score at that moment, 0 to 120; null: there was none.',
  })
  value!: string | null;

  @Field(() => String, { description: 'Version of the scoring policy that the score was computed with.' })
  policyVersion!: string;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  periodCode!: string;

  @Field(() => Instant, { description: 'When Pantau recorded it.' })
  confirmedAt!: Date;

  @Field(() => Boolean, { description: 'Whether a later confirmation has taken its place by now.' })
  superseded!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the score is another one by now: then it waits to be confirmed anew, and the period for that (CF rules).',
  })
  stale!: boolean;

  regionCode!: string;
  employeeId!: string;
  appraiserId!: string;
  recordedBy!: string;
}

export function toConfirmedPredicate(regionCode: string, row: Confirmation): ConfirmedPredicate {
  const { workRating, behaviourRating, proposed, proposedWorkRating, proposedBehaviourRating } = row;
  return Object.assign(new ConfirmedPredicate(), {
    id: row.id,
    predicate: row.predicate,
    workResult: workRating,
    behaviour: behaviourRating,
    note: row.note,
    proposed: toProposal(proposed, proposedWorkRating, proposedBehaviourRating),
    differsFromProposal:
      proposed === null
        ? null
        : workRating !== proposedWorkRating || behaviourRating !== proposedBehaviourRating,
    value: row.scoreValue,
    policyVersion: row.policyVersion,
    periodCode: row.periodCode,
    confirmedAt: row.recordedAt,
    superseded: row.superseded,
    stale: row.stale,
    regionCode,
    employeeId: row.employeeId,
    appraiserId: row.appraiserId,
    recordedBy: row.recordedBy,
  });
}

@ObjectType({ description: "The appraiser's verdict is recorded." })
export class PredicateConfirmed {
  @Field(() => ConfirmedPredicate, { description: 'The predicate as confirmed.' })
  confirmed!: ConfirmedPredicate;

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
    'The predicate was not confirmed. Codes: EMPLOYEE_UNKNOWN, PERIOD_UNKNOWN, NO_PLAN, PERIOD_NOT_CLOSED, PERIOD_CONFIRMED, ' +
    'OWN_CONFIRMATION, NOT_THE_APPRAISER, CONTESTS_OPEN, ALREADY_CONFIRMED, NOTE_TOO_LONG, NOTE_UNREADABLE, NOTE_MISSING ' +
    '(CF rules of SCORING.md).',
})
export class ConfirmationRefused extends Refusal {}

/** The three ways in which confirming ends. */
export const PredicateConfirmedResult = createUnionType({
  name: 'PredicateConfirmedResult',
  description: "What became of an appraiser's verdict.",
  types: () => [PredicateConfirmed, ConfirmationRefused, IdempotencyConflict] as const,
});
