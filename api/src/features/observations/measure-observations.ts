import type { FactOf, MeasurementChanged } from '../../domain/facts.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import { weighObserved, weighPeriods } from './day-weights.js';
import type { HasObservations } from './observation.store.js';

type Needs = HasObservations & HasIndicators & HasPolicies;

/** Adds newly logged observations to what was measured. */
export async function measureLogged(
  tx: Needs,
  facts: readonly FactOf<'ObservationLogged'>[],
): Promise<MeasurementChanged[]> {
  await tx.observations.count(await weighObserved(tx, facts));
  return facts.map(({ employeeId, periodCode, indicatorId, value, coreValue }) => ({
    kind: 'MeasurementChanged',
    employeeId,
    periodCode,
    cause: { kind: 'OBSERVATION', indicatorId, value, coreValue },
  }));
}

/** Adds the observations of imported batches to what was measured. */
export async function measureImported(
  tx: Needs,
  facts: readonly FactOf<'ObservationsImported'>[],
): Promise<MeasurementChanged[]> {
  const observations = facts.flatMap((fact) => fact.observations);
  await tx.observations.count(await weighObserved(tx, observations));
  const pairs = new Map(observations.map((o) => [`${o.employeeId} ${o.periodCode}`, o]));
  return [...pairs.values()].map(({ employeeId, periodCode }) => ({
    kind: 'MeasurementChanged',
    employeeId,
    periodCode,
    cause: { kind: 'IMPORT' },
  }));
}

/** Sums anew what corrections touched: in the period of the new observation and in that of the old one. */
export async function measureCorrected(
  tx: Needs,
  facts: readonly FactOf<'ObservationCorrected'>[],
): Promise<MeasurementChanged[]> {
  const touched = facts.flatMap((fact) =>
    [...new Set([fact.periodCode, fact.previousPeriodCode])].map((periodCode) => ({ fact, periodCode })),
  );
  const behaviour = touched.filter(({ fact }) => fact.coreValue !== null);
  await tx.observations.recount(
    touched.map(({ fact, periodCode }) => ({
      employeeId: fact.employeeId,
      indicatorId: fact.indicatorId,
      periodCode,
    })),
    await weighPeriods(
      tx,
      behaviour.map(({ periodCode }) => periodCode),
    ),
  );
  return touched.map(({ fact, periodCode }) => ({
    kind: 'MeasurementChanged',
    employeeId: fact.employeeId,
    periodCode,
    cause: {
      kind: fact.withdrawn ? 'WITHDRAWAL' : 'CORRECTION',
      indicatorId: fact.indicatorId,
      value: fact.value,
      coreValue: fact.coreValue,
    },
  }));
}
