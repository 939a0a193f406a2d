import { uuidv7 } from 'uuidv7';
import {
  acceptConfirmation,
  type ConfirmationInput,
  type ConfirmationRefusalCode,
} from '../../domain/appraisal/accept-confirmation.js';
import { appraiserOn } from '../../domain/people/reporting-line.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasContests } from '../contests/contest.store.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasService } from '../employees/service.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasScores } from '../scores/score.store.js';
import type { HasConfirmations } from './confirmation.store.js';

/** What an appraiser decides about one employee in one period. */
export interface ConfirmPredicate extends ConfirmationInput {
  readonly employeeId: string;
  readonly periodCode: string;
  /** Whoever decides. */
  readonly appraiserId: string;
}

/** Records an appraiser's verdict, and beside it what the system had proposed: the latest one stands, all are kept. */
export async function confirmPredicate(
  tx: HasEmployees & HasService & HasIndicators & HasScores & HasContests & HasConfirmations & HasClock,
  actor: Actor,
  input: ConfirmPredicate,
): Promise<Verdict<{ confirmationId: string }, ConfirmationRefusalCode>> {
  const { employeeId, periodCode, appraiserId } = input;
  const pair = { employeeId, periodCode };
  // Nobody changes the period's state meanwhile, and only one verdict on a person is recorded at a time.
  const [period] = await tx.indicators.holdPeriods({ codes: [periodCode] });
  const [score] = await tx.scores.lock([pair]);
  const [last] = await tx.confirmations.historyOf([pair], 1);
  const lines = await tx.service.linesAbove(employeeId);
  const verdict = acceptConfirmation(input, {
    employeeKnown: (await tx.employees.get(employeeId)) !== null,
    employeeId,
    periodState: period?.state ?? null,
    scored: score !== undefined,
    appraiser: { employeeId: appraiserId },
    appraiserOf: period === undefined ? null : appraiserOn(period.endsOn, lines, employeeId),
    openContests: (await tx.contests.openOf([pair])).length,
    confirmed: last ?? null,
  });
  if (!verdict.ok) return verdict;

  const { workResult, behaviour, predicate, note } = verdict.value;
  const { value, workRating, behaviourRating, policyVersion, predicate: proposed } = score!;
  const confirmationId = uuidv7();
  await tx.confirmations.add({
    id: confirmationId,
    ...pair,
    workRating: workResult,
    behaviourRating: behaviour,
    predicate,
    note,
    appraiserId,
    proposed,
    proposedWorkRating: workRating,
    proposedBehaviourRating: behaviourRating,
    scoreValue: value,
    policyVersion,
    supersedesId: last?.id ?? null,
    recordedAt: tx.now,
    recordedBy: actor.id,
  });
  return did({ confirmationId }, [
    { kind: 'PredicateConfirmed', confirmationId, employeeId, periodCode, predicate, policyVersion },
  ]);
}
