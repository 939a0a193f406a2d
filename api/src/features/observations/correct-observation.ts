import { uuidv7 } from 'uuidv7';
import { amount, formatAmount } from '../../domain/amount.js';
import { localDate } from '../../domain/calendar.js';
import { acceptCorrection, type CorrectionRefusalCode } from '../../domain/observation/accept-correction.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { observationBounds } from './observation-bounds.js';
import type { HasObservations } from './observation.store.js';

/** What an earlier observation should have said. */
export interface CorrectObservation {
  readonly observationId: string;
  readonly value: string;
  /** May lie in another open period than before. */
  readonly observedAt: Date;
  readonly note: string | null;
  /** Why, in words that the employee can read. */
  readonly reason: string;
}

/** Records a new observation in the place of an earlier one, which stays in the record. */
export async function correctObservation(
  tx: HasEmployees & HasIndicators & HasObservations & HasClock,
  actor: Actor,
  input: CorrectObservation,
): Promise<Verdict<{ observationId: string }, CorrectionRefusalCode>> {
  const original = await tx.observations.get(input.observationId);
  const period = await tx.indicators.periodOn(localDate(input.observedAt));
  const originalPeriod = original && (await tx.indicators.period(original.periodCode));
  const employee = original && (await tx.employees.get(original.employeeId));
  const indicator = original && (await tx.indicators.get(original.indicatorId));
  const target = original && { employeeId: original.employeeId, indicatorId: original.indicatorId };
  const planned =
    target !== null &&
    period !== null &&
    (await tx.indicators.targetValue(target.employeeId, period.code, target.indicatorId)) !== null;
  let corrected = false;
  if (original !== null && target !== null) {
    const periods = new Set([original.periodCode, ...(period === null ? [] : [period.code])]);
    await tx.indicators.lockTargets([...periods].map((periodCode) => ({ ...target, periodCode })));
    await tx.observations.lock(original.id);
    corrected = (await tx.observations.correctionsOf([original.id])).size > 0;
  }
  const verdict = acceptCorrection(input, {
    employee,
    indicator: indicator === null ? null : observationBounds(indicator),
    period,
    planned,
    now: tx.now,
    original: original && {
      corrected,
      value: amount(original.value),
      observedAt: original.observedAt,
      note: original.note ?? null,
      periodOpen: originalPeriod?.open ?? false,
    },
  });
  if (!verdict.ok) return verdict;

  const observation = {
    regionCode: tx.regionCode,
    id: uuidv7(),
    employeeId: original!.employeeId,
    periodCode: period!.code,
    indicatorId: original!.indicatorId,
    value: formatAmount(verdict.value.value),
    observedAt: verdict.value.observedAt,
    recordedAt: tx.now,
    recordedBy: actor.id,
    note: verdict.value.note,
    supersedesId: original!.id,
    correctionReason: verdict.value.reason,
    importKey: null,
  };
  await tx.observations.add([observation]);
  const { id: observationId, employeeId, indicatorId, periodCode, value, observedAt } = observation;
  return did({ observationId }, [
    {
      kind: 'ObservationCorrected',
      observationId,
      supersedesId: original!.id,
      employeeId,
      indicatorId,
      periodCode,
      previousPeriodCode: original!.periodCode,
      value,
      observedAt,
    },
  ]);
}
