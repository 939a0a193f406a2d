import { amount, formatAmount } from '../../domain/amount.js';
import { localDate } from '../../domain/calendar.js';
import { acceptCorrection, type CorrectionRefusalCode } from '../../domain/observation/accept-correction.js';
import { takesObservations } from '../../domain/period/period-state.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { observationBounds } from './observation-bounds.js';
import type { HasObservations } from './observation.store.js';
import { lockForSuccession, supersede } from './supersede.js';

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
  correction: CorrectObservation,
): Promise<Verdict<{ observationId: string }, CorrectionRefusalCode>> {
  const original = await tx.observations.get(correction.observationId);
  const day = localDate(correction.observedAt);
  const codes = original === null ? [] : [original.periodCode];
  const periods = await tx.indicators.holdPeriods({ codes, days: [day] });
  const period = periods.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn) ?? null;
  const originalPeriod = periods.find(({ code }) => code === original?.periodCode);
  const employee = original && (await tx.employees.get(original.employeeId));
  const input = { ...correction, behaviour: original?.behaviourCode ?? null };
  const indicator = original && (await tx.indicators.get(original.indicatorId));
  const target = original && { employeeId: original.employeeId, indicatorId: original.indicatorId };
  const planned =
    target !== null &&
    period !== null &&
    (await tx.indicators.targetValue(target.employeeId, period.code, target.indicatorId)) !== null;
  const { corrected } =
    original === null
      ? { corrected: false }
      : await lockForSuccession(tx, original, period === null ? [] : [period.code]);
  const verdict = acceptCorrection(input, {
    employee,
    indicator: indicator === null ? null : observationBounds(indicator),
    period: period && { ...period, open: takesObservations(period.state) },
    planned,
    observer: null,
    now: tx.now,
    original: original && {
      corrected,
      withdrawn: original.withdrawn,
      value: amount(original.value),
      observedAt: original.observedAt,
      note: original.note ?? null,
      periodOpen: originalPeriod !== undefined && takesObservations(originalPeriod.state),
    },
  });
  if (!verdict.ok) return verdict;

  const { value, observedAt, note, reason } = verdict.value;
  const fact = await supersede(tx, actor, original!, {
    value: formatAmount(value),
    observedAt,
    periodCode: period!.code,
    note,
    reason,
    withdrawn: false,
  });
  return did({ observationId: fact.observationId }, [fact]);
}
