import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { formatAmount } from '../../domain/amount.js';
import type { RulingDecision } from '../../domain/contest/accept-ruling.js';
import type { EmployeeScore as DomainScore } from '../../domain/scoring/score-employee.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Decimal, Instant, LocalDate } from '../../platform/graphql/scalars.js';
import { ProposedPredicate, toProposal } from '../scores/score.object.js';
import type { Contested, Ruled } from './contest.store.js';

export const RULING_DECISIONS = {
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  AMENDED: 'AMENDED',
} as const satisfies { [K in RulingDecision]: K };
registerEnumType(RULING_DECISIONS, {
  name: 'RulingDecision',
  description: 'What becomes of a contested observation (CT rules of SCORING.md).',
  valuesConfig: {
    REJECTED: { description: 'Ditolak: the observation stands.' },
    WITHDRAWN: { description: 'Dikabulkan, ditarik: the observation counts no more.' },
    AMENDED: { description: 'Dikabulkan, diubah: the observation counts with another value.' },
  },
});

const CONTEST_STATES = { OPEN: 'OPEN', ...RULING_DECISIONS } as const;
registerEnumType(CONTEST_STATES, {
  name: 'ContestState',
  description: 'Where an objection stands.',
  valuesConfig: {
    OPEN: { description: 'Diajukan: nobody has ruled on it.' },
    REJECTED: { description: 'Ditolak: the observation stands.' },
    WITHDRAWN: { description: 'Dikabulkan, ditarik: the observation counts no more.' },
    AMENDED: { description: 'Dikabulkan, diubah: the observation counts with another value.' },
  },
});

@ObjectType({
  description:
    'The indicative score as it would be if objections were upheld, their observations not counting at all. It is no promise.',
})
export class ScoreIfUpheld {
  @Field(() => Decimal, {
    nullable: true,
    description: '0 to 120; null while there would not be enough data.',
  })
  value!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'By how much the value would move, in points; null where there is no value now or then.',
  })
  delta!: string | null;

  @Field(() => ProposedPredicate, {
    nullable: true,
    description: 'What the system would propose; null while either rating is missing.',
  })
  proposal!: ProposedPredicate | null;
}

export function toScoreIfUpheld(now: DomainScore['value'], upheld: DomainScore): ScoreIfUpheld {
  return Object.assign(new ScoreIfUpheld(), {
    value: upheld.value === null ? null : formatAmount(upheld.value),
    delta: upheld.value === null || now === null ? null : formatAmount(upheld.value - now),
    proposal: toProposal(upheld.proposed, upheld.workResult.rating, upheld.behaviour.rating),
  });
}

@ObjectType({ description: 'Putusan: what became of an objection. It is final (PP 30/2019 Art. 59).' })
export class ContestRuling {
  @Field(() => RULING_DECISIONS, { description: 'What became of the observation.' })
  decision!: RulingDecision;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The value that counts instead; null but for AMENDED.',
  })
  value!: string | null;

  @Field(() => String, { description: 'Why, for the employee to read; 10 to 2,000 characters.' })
  note!: string;

  @Field(() => Instant, { description: 'When it was ruled.' })
  ruledAt!: Date;

  regionCode!: string;
  ruledById!: string;
  replacementId!: string | null;
}

function toContestRuling(regionCode: string, ruled: Ruled): ContestRuling {
  const { decision, value, note, recordedAt, ruledBy, observationId } = ruled;
  return Object.assign(new ContestRuling(), {
    decision,
    value,
    note,
    ruledAt: recordedAt,
    regionCode,
    ruledById: ruledBy,
    replacementId: observationId,
  });
}

@ObjectType({
  description:
    "Keberatan: an employee's objection to an observation about them. The superior of the appraiser rules on it (PP 30/2019 Art. 59).",
})
export class Contest {
  @Field(() => ID, { description: 'UUID; later objections have greater ids.' })
  id!: string;

  @Field(() => String, { description: 'Why, in the words of the employee; 20 to 2,000 characters.' })
  reason!: string;

  @Field(() => [String], {
    description: 'What bears it out, each a line: a letter, a link, a witness; at most 10 of 300 characters.',
  })
  evidence!: readonly string[];

  @Field(() => String, { description: 'Code of the period in which the observation counts, e.g. "2026-Q4".' })
  periodCode!: string;

  @Field(() => Instant, { description: 'When it was made.' })
  openedAt!: Date;

  @Field(() => LocalDate, {
    description:
      'The last day for the ruling, in Asia/Jakarta: 14 working days from the objection under the first policy (CT rules).',
  })
  dueOn!: string;

  @Field(() => CONTEST_STATES, { description: 'Where it stands.' })
  state!: keyof typeof CONTEST_STATES;

  @Field(() => ContestRuling, { nullable: true, description: 'What became of it; null while it is open.' })
  ruling!: ContestRuling | null;

  regionCode!: string;
  contested!: Contested;
}

export function toContest(regionCode: string, contested: Contested): Contest {
  const { id, reason, evidence, periodCode, recordedAt, dueOn, ruling } = contested;
  return Object.assign(new Contest(), {
    id,
    reason,
    evidence,
    periodCode,
    openedAt: recordedAt,
    dueOn,
    state: ruling?.decision ?? 'OPEN',
    ruling: ruling === null ? null : toContestRuling(regionCode, ruling),
    regionCode,
    contested,
  });
}

@ObjectType({ description: 'The objection is recorded; the observation counts as before until the ruling.' })
export class ContestOpened {
  @Field(() => Contest, { description: 'The objection as recorded.' })
  contest!: Contest;

  @Field(() => Cursor, { description: 'The place in the change stream from which on everybody sees it.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'The objection was not taken. Codes: OBSERVATION_UNKNOWN, CONTEST_NOT_OWN, ALREADY_CORRECTED, ALREADY_WITHDRAWN, ' +
    'ALREADY_CONTESTED, PERIOD_CONFIRMED, CONTEST_TOO_LATE, NOTE_TOO_LONG, NOTE_UNREADABLE, CONTEST_REASON_MISSING, ' +
    'EVIDENCE_TOO_MUCH, EVIDENCE_TOO_LONG, EVIDENCE_UNREADABLE (CT rules of SCORING.md).',
})
export class ContestRefused extends Refusal {}

/** The three ways in which contesting ends. */
export const ContestResult = createUnionType({
  name: 'ContestResult',
  description: 'What became of an objection that was sent.',
  types: () => [ContestOpened, ContestRefused, IdempotencyConflict] as const,
});

@ObjectType({ description: 'The ruling is recorded, and every score that it moves with it.' })
export class RulingRecorded {
  @Field(() => Contest, { description: 'The objection with its ruling.' })
  contest!: Contest;

  @Field(() => Cursor, { description: 'The place in the change stream from which on everybody sees it.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'The ruling was not taken. Codes: CONTEST_UNKNOWN, ALREADY_RULED, RULER_UNKNOWN, RULING_OWN, RULING_BY_APPRAISER, ' +
    'RULING_NOT_AUTHORITY, PERIOD_CONFIRMED, ALREADY_CORRECTED, VALUE_NEEDED, VALUE_NOT_ALLOWED, VALUE_NOT_DECIMAL, ' +
    'VALUE_TOO_MANY_DIGITS, VALUE_OUT_OF_RANGE, VALUE_NOT_ON_SCALE, VALUE_UNCHANGED, NOTE_TOO_LONG, NOTE_UNREADABLE, ' +
    'RULING_NOTE_MISSING (CT rules of SCORING.md).',
})
export class RulingRefused extends Refusal {}

/** The three ways in which ruling ends. */
export const RulingResult = createUnionType({
  name: 'RulingResult',
  description: 'What became of a ruling that was sent.',
  types: () => [RulingRecorded, RulingRefused, IdempotencyConflict] as const,
});
