import { uuidv7 } from 'uuidv7';
import { localDate } from '../../domain/calendar.js';
import {
  acceptPeriodChange,
  type PeriodChange,
  type PeriodChangeRefusalCode,
} from '../../domain/period/period-state.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasContests } from '../contests/contest.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasConfirmations } from './confirmation.store.js';

/** A step that regional HR takes with a period. */
export interface ChangePeriod {
  readonly periodCode: string;
  readonly change: PeriodChange;
  /** Why; a period is opened again with one. */
  readonly reason: string | null;
}

/** Takes a period on to its next state, after everything that was being added to it. */
export async function changePeriod(
  tx: HasIndicators & HasContests & HasConfirmations & HasClock,
  actor: Actor,
  { periodCode, change, reason }: ChangePeriod,
): Promise<Verdict<{ periodCode: string }, PeriodChangeRefusalCode>> {
  const period = await tx.indicators.lockPeriod(periodCode);
  const verdict = acceptPeriodChange(change, {
    state: period?.state ?? null,
    endsOn: period?.endsOn ?? '',
    today: localDate(tx.now),
    // In this order: a ruling in between moves a score, and the second count sees it.
    openContests: await tx.contests.openIn(periodCode),
    unconfirmed: await tx.confirmations.unconfirmedIn(periodCode),
    reason,
  });
  if (!verdict.ok) return verdict;

  await tx.indicators.changePeriod({
    id: uuidv7(),
    periodCode,
    ...verdict.value,
    changedBy: actor.id,
    recordedAt: tx.now,
  });
  return did({ periodCode }, [{ kind: 'PeriodChanged', periodCode, ...verdict.value }]);
}
