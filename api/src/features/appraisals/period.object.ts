import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import type { PeriodChange, PeriodState } from '../../domain/period/period-state.js';
import { Cursor, Instant } from '../../platform/graphql/scalars.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Period, PERIOD_STATES } from '../indicators/indicator.object.js';
import type { PeriodChangeRow } from '../indicators/period-change.entity.js';

export const PERIOD_CHANGES = { CLOSE: 'CLOSE', CONFIRM: 'CONFIRM', REOPEN: 'REOPEN' } as const satisfies {
  [K in PeriodChange]: K;
};
registerEnumType(PERIOD_CHANGES, {
  name: 'PeriodChange',
  description: 'A step that regional HR takes with a period (PS rules of SCORING.md).',
  valuesConfig: {
    CLOSE: { description: 'Nothing new is taken from here on; from OPEN or REOPENED, after its last day.' },
    CONFIRM: {
      description:
        'The results stand; from CLOSED, once every objection is ruled on and every predicate is confirmed.',
    },
    REOPEN: { description: 'Measured again, with a reason that everybody reads; from CLOSED or CONFIRMED.' },
  },
});

@ObjectType({ description: 'One step that a period took from state to state.' })
export class PeriodStep {
  @Field(() => PERIOD_STATES, { description: 'The state that it led to.' })
  state!: PeriodState;

  @Field(() => String, { nullable: true, description: 'Why; always there where the period was reopened.' })
  reason!: string | null;

  @Field(() => Instant, { description: 'When it was taken.' })
  changedAt!: Date;
}

export function toPeriodStep({ state, reason, recordedAt }: PeriodChangeRow): PeriodStep {
  return Object.assign(new PeriodStep(), { state, reason: reason ?? null, changedAt: recordedAt });
}

@ObjectType({ description: 'The period is in its next state.' })
export class PeriodChanged {
  @Field(() => Period, { description: 'The period as it stands now.' })
  period!: Period;

  @Field(() => Cursor, { description: 'The place in the change stream from which on everybody sees it.' })
  cursor!: string;

  @Field(() => Boolean, {
    description: 'Whether this key had been recorded before; then nothing was changed again.',
  })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'The period stays as it is. Codes: PERIOD_UNKNOWN, PERIOD_STATE, PERIOD_NOT_OVER, CONTESTS_OPEN, CONFIRMATIONS_MISSING, ' +
    'NOTE_TOO_LONG, NOTE_UNREADABLE, REASON_MISSING (PS rules of SCORING.md).',
})
export class PeriodChangeRefused extends Refusal {}

/** The three ways in which a step ends. */
export const PeriodChangeResult = createUnionType({
  name: 'PeriodChangeResult',
  description: 'What became of a step with a period.',
  types: () => [PeriodChanged, PeriodChangeRefused, IdempotencyConflict] as const,
});
