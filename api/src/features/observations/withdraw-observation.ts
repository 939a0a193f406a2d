import { takesObservations } from '../../domain/period/period-state.js';
import { acceptWithdrawal, type WithdrawalRefusalCode } from '../../domain/observation/accept-withdrawal.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasObservations } from './observation.store.js';
import { lockForSuccession, supersede } from './supersede.js';

/** An observation that should not count at all. */
export interface WithdrawObservation {
  readonly observationId: string;
  /** Why, in words that the employee can read. */
  readonly reason: string;
}

/** Takes an observation out of the scores; it stays in the record with the reason beside it. */
export async function withdrawObservation(
  tx: HasIndicators & HasObservations & HasClock,
  actor: Actor,
  input: WithdrawObservation,
): Promise<Verdict<{ observationId: string }, WithdrawalRefusalCode>> {
  const original = await tx.observations.get(input.observationId);
  const codes = original === null ? [] : [original.periodCode];
  const [period] = await tx.indicators.holdPeriods({ codes });
  const locked = original && (await lockForSuccession(tx, original, []));
  const verdict = acceptWithdrawal(input, {
    original: original && {
      corrected: locked!.corrected,
      withdrawn: original.withdrawn,
      periodOpen: period !== undefined && takesObservations(period.state),
    },
  });
  if (!verdict.ok) return verdict;
  const { periodCode, value, observedAt, note = null } = original!;
  const fact = await supersede(tx, actor, original!, {
    value,
    observedAt,
    periodCode,
    note,
    reason: verdict.value.reason,
    withdrawn: true,
  });
  return did({ observationId: fact.observationId }, [fact]);
}
