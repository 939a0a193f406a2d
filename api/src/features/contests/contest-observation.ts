import { uuidv7 } from 'uuidv7';
import { localDate } from '../../domain/calendar.js';
import { acceptContest, type ContestRefusalCode } from '../../domain/contest/accept-contest.js';
import { deadlineAfter } from '../../domain/working-days.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasWorkingCalendar } from '../employees/calendar-day.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { ObservationRow } from '../observations/observation.entity.js';
import type { HasObservations } from '../observations/observation.store.js';
import { lockForSuccession } from '../observations/supersede.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { HasContests } from './contest.store.js';

/** What an employee says against an observation about them. */
export interface ContestObservation {
  readonly observationId: string;
  /** Who contests. */
  readonly employeeId: string;
  readonly reason: string;
  /** What bears it out, each a line. */
  readonly evidence: readonly string[];
}

type Needs = HasObservations & HasIndicators & HasPolicies & HasContests & HasWorkingCalendar & HasClock;

/** Records a contest; the observation counts as before until somebody rules on it. */
export async function contestObservation(
  tx: Needs,
  actor: Actor,
  input: ContestObservation,
): Promise<Verdict<{ contestId: string }, ContestRefusalCode>> {
  const { employeeId, observationId } = input;
  const today = localDate(tx.now);
  const observation = await tx.observations.get(observationId);
  const known = observation && (await lookUp(tx, observation, today));
  const verdict = acceptContest(input, {
    observation: known,
    employeeId,
    contested: known?.contested ?? false,
    periodState: known?.periodState ?? 'OPEN',
    deadline: known?.deadline ?? today,
    today,
  });
  if (!verdict.ok) return verdict;

  const contestId = uuidv7();
  const { periodCode, indicatorId } = observation!;
  await tx.contests.add({
    id: contestId,
    observationId,
    employeeId,
    periodCode,
    indicatorId,
    ...verdict.value,
    dueOn: known!.dueOn,
    recordedAt: tx.now,
    recordedBy: actor.id,
  });
  return did({ contestId }, [{ kind: 'ContestOpened', contestId, observationId, employeeId, periodCode }]);
}

/** What is on record around an observation; until the transaction ends nobody corrects it, contests it or takes its period on. */
async function lookUp(tx: Needs, observation: ObservationRow, today: string) {
  const { id, employeeId, periodCode, withdrawn } = observation;
  const [period] = await tx.indicators.holdPeriods({ codes: [periodCode] });
  const { corrected } = await lockForSuccession(tx, observation, []);
  const { contest } = (await tx.policies.ofPeriods([periodCode])).get(periodCode)!;
  const isHoliday = await tx.workingCalendar.holidays();
  const recordedOn = localDate(observation.recordedAt);
  return {
    employeeId,
    recordedOn,
    corrected,
    withdrawn,
    contested: (await tx.contests.ofObservations([id])).length > 0,
    periodState: period!.state,
    // From the day on which the employee could see it; the ruling's days count from the day of the contest.
    deadline: deadlineAfter(recordedOn, contest, isHoliday),
    dueOn: deadlineAfter(today, contest, isHoliday),
  };
}
