import { amount, formatAmount } from '../../domain/amount.js';
import { localDate } from '../../domain/calendar.js';
import {
  acceptRuling,
  type AcceptedRuling,
  type RulingDecision,
  type RulingRefusalCode,
} from '../../domain/contest/accept-ruling.js';
import type { FactOf } from '../../domain/facts.js';
import { appraiserOn, reviewAuthorityOn } from '../../domain/people/reporting-line.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasService } from '../employees/service.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { observationBounds } from '../observations/observation-bounds.js';
import type { ObservationRow } from '../observations/observation.entity.js';
import type { HasObservations } from '../observations/observation.store.js';
import { lockForSuccession, supersede } from '../observations/supersede.js';
import type { HasContests } from './contest.store.js';

/** What becomes of a contested observation. */
export interface RuleContest {
  readonly contestId: string;
  /** The employee who rules. */
  readonly ruledBy: string;
  readonly decision: RulingDecision;
  /** A canonical decimal; only where the decision is AMENDED. */
  readonly value: string | null;
  /** Why, in words that the employee can read. */
  readonly note: string;
}

type Needs = HasContests & HasObservations & HasIndicators & HasEmployees & HasService & HasClock;

/**
 * Rules on a contest for good. Where it is upheld another observation takes the place of the contested one, also in a
 * period that is closed, and the scores follow in the same transaction; both stay in the record.
 */
export async function ruleContest(
  tx: Needs,
  actor: Actor,
  input: RuleContest,
): Promise<Verdict<{ contestId: string }, RulingRefusalCode>> {
  const { contestId, ruledBy, decision } = input;
  const named = await tx.contests.get(contestId);
  const known = named && (await lookUp(tx, contestId, (await tx.observations.get(named.observationId))!));
  const verdict = acceptRuling(input, {
    contest: known?.contest ?? null,
    periodState: known?.periodState ?? 'OPEN',
    ruledBy,
    rulerKnown: (await tx.employees.get(ruledBy))?.active ?? false,
    reviewAuthority: known?.reviewAuthority ?? null,
    appraiser: known?.appraiser ?? null,
    bounds: known?.bounds ?? { lowest: null, highest: null, wholeNumbers: false },
  });
  if (!verdict.ok) return verdict;

  const { employeeId, periodCode } = named!;
  const correction = await carryOut(tx, actor, known!.observation, verdict.value);
  await tx.contests.rule({
    contestId,
    decision,
    value: verdict.value.value === null ? null : formatAmount(verdict.value.value),
    note: verdict.value.note,
    ruledBy,
    observationId: correction?.observationId ?? null,
    recordedAt: tx.now,
    recordedBy: actor.id,
  });
  const ruled = { kind: 'ContestRuled', contestId, decision, employeeId, periodCode } as const;
  return did({ contestId }, correction === null ? [ruled] : [ruled, correction]);
}

/** What is on record around a contest; until the transaction ends nobody else rules on it, corrects what it is about or takes its period on. */
async function lookUp(tx: Needs, contestId: string, observation: ObservationRow) {
  const { employeeId, periodCode, indicatorId } = observation;
  const [period] = await tx.indicators.holdPeriods({ codes: [periodCode] });
  const { corrected } = await lockForSuccession(tx, observation, []);
  // Read after the lock: whoever waited for another ruling sees it.
  const contest = await tx.contests.get(contestId);
  const { lowest, highest, coreValue } = observationBounds((await tx.indicators.get(indicatorId))!);
  const lines = await tx.service.linesAbove(employeeId);
  const today = localDate(tx.now);
  return {
    observation,
    contest: {
      open: contest!.ruling === null,
      employeeId,
      observationValue: amount(observation.value),
      observerId: observation.observerId ?? null,
      corrected,
    },
    periodState: period!.state,
    reviewAuthority: reviewAuthorityOn(today, lines, employeeId),
    appraiser: appraiserOn(today, lines, employeeId),
    bounds: { lowest, highest, wholeNumbers: coreValue !== null },
  };
}

/** Puts another observation in the place of the contested one where the contest is upheld. */
async function carryOut(
  tx: Needs,
  actor: Actor,
  observation: ObservationRow,
  { decision, value, note: reason }: AcceptedRuling,
): Promise<FactOf<'ObservationCorrected'> | null> {
  if (decision === 'REJECTED') return null;
  const { observedAt, periodCode, note = null } = observation;
  return supersede(tx, actor, observation, {
    value: value === null ? observation.value : formatAmount(value),
    observedAt,
    periodCode,
    note,
    reason,
    withdrawn: decision === 'WITHDRAWN',
  });
}
