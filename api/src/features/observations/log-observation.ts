import { uuidv7 } from 'uuidv7';
import { formatAmount } from '../../domain/amount.js';
import { localDate } from '../../domain/calendar.js';
import {
  acceptObservation,
  type ObservationRefusalCode,
} from '../../domain/observation/accept-observation.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasObservations } from './observation.store.js';
import { observationBounds } from './observation-bounds.js';

/** What somebody saw or measured of one employee's work. */
export interface LogObservation {
  readonly employeeId: string;
  readonly indicatorId: string;
  /** A canonical decimal in the indicator's unit of measure. */
  readonly value: string;
  readonly observedAt: Date;
  readonly note: string | null;
}

/** Records one observation; the scores that it moves follow in the same transaction. */
export async function logObservation(
  tx: HasEmployees & HasIndicators & HasObservations & HasClock,
  actor: Actor,
  input: LogObservation,
): Promise<Verdict<{ observationId: string }, ObservationRefusalCode>> {
  const { employeeId, indicatorId } = input;
  const employee = await tx.employees.get(employeeId);
  const indicator = await tx.indicators.get(indicatorId);
  const period = await tx.indicators.periodOn(localDate(input.observedAt));
  const planned =
    period !== null && (await tx.indicators.targetValue(employeeId, period.code, indicatorId)) !== null;
  const verdict = acceptObservation(input, {
    employee,
    indicator: indicator === null ? null : observationBounds(indicator),
    period,
    planned,
    now: tx.now,
  });
  if (!verdict.ok) return verdict;

  const observation = {
    regionCode: tx.regionCode,
    id: uuidv7(),
    employeeId,
    periodCode: period!.code,
    indicatorId,
    value: formatAmount(verdict.value.value),
    observedAt: verdict.value.observedAt,
    recordedAt: tx.now,
    recordedBy: actor.id,
    note: verdict.value.note,
    supersedesId: null,
    correctionReason: null,
    importKey: null,
  };
  await tx.observations.add([observation]);
  const { id: observationId, periodCode, value, observedAt } = observation;
  return did({ observationId }, [
    { kind: 'ObservationLogged', observationId, employeeId, indicatorId, periodCode, value, observedAt },
  ]);
}
