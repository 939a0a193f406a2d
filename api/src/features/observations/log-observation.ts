import { uuidv7 } from 'uuidv7';
import { formatAmount } from '../../domain/amount.js';
import { localDate } from '../../domain/calendar.js';
import {
  acceptObservation,
  type ObservationRefusalCode,
} from '../../domain/observation/accept-observation.js';
import { takesObservations } from '../../domain/period/period-state.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasObservations } from './observation.store.js';
import { observerFrom } from './observer.js';
import { observationBounds } from './observation-bounds.js';

/** What somebody saw or measured of one employee's work. */
export interface LogObservation {
  readonly employeeId: string;
  readonly indicatorId: string;
  /** A canonical decimal in the indicator's unit of measure. */
  readonly value: string;
  readonly observedAt: Date;
  readonly note: string | null;
  /** The employee who saw it; null: whoever records it, a person with an employee record as that employee. */
  readonly observerId: string | null;
  /** Which of the 21 behaviours was seen; only with an indicator of behaviour. */
  readonly behaviour: string | null;
  /** Under which it is found again, where what follows may change it (`importKeyOf`); one that is taken makes no other. */
  readonly importKey?: string;
}

/** Records one observation; the scores that it moves follow in the same transaction. */
export async function logObservation(
  tx: HasEmployees & HasIndicators & HasObservations & HasClock,
  actor: Actor,
  input: LogObservation,
): Promise<Verdict<{ observationId: string }, ObservationRefusalCode>> {
  const { employeeId, indicatorId } = input;
  // A person who names nobody else is the one who saw it.
  const observerId = input.observerId ?? actor.employeeId;
  const day = localDate(input.observedAt);
  const [people, indicator, [period = null], target] = await Promise.all([
    tx.employees.byIds(observerId === null ? [employeeId] : [employeeId, observerId]),
    tx.indicators.get(indicatorId),
    tx.indicators.holdPeriods({ days: [day] }),
    tx.indicators.targetOn(employeeId, day, indicatorId),
  ]);
  const employee = people.find(({ id }) => id === employeeId) ?? null;
  const verdict = acceptObservation(input, {
    employee,
    indicator: indicator === null ? null : observationBounds(indicator),
    period: period && { ...period, open: takesObservations(period.state) },
    planned: target !== null,
    observer: observerFrom(observerId, people, employeeId),
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
    observerId,
    observer: observerId ?? actor.id,
    behaviourCode: verdict.value.behaviour,
    note: verdict.value.note,
    supersedesId: null,
    correctionReason: null,
    withdrawn: false,
    importKey: input.importKey ?? null,
  };
  await tx.observations.add([observation]);
  const { id: observationId, periodCode, value, observedAt } = observation;
  return did({ observationId }, [
    {
      kind: 'ObservationLogged',
      observationId,
      employeeId,
      indicatorId,
      periodCode,
      value,
      observedAt,
      coreValue: indicator!.coreValue ?? null,
      observer: observation.observer,
    },
  ]);
}
