import type { FactOf, MeasurementChanged } from '../../domain/facts.js';
import type { HasObservations } from './observation.store.js';

/** Adds newly logged observations to what was measured. */
export async function measureLogged(
  tx: HasObservations,
  facts: readonly FactOf<'ObservationLogged'>[],
): Promise<MeasurementChanged[]> {
  await tx.observations.count(facts);
  return facts.map(({ employeeId, periodCode, indicatorId, value }) => ({
    kind: 'MeasurementChanged',
    employeeId,
    periodCode,
    cause: { kind: 'OBSERVATION', indicatorId, value },
  }));
}

/** Adds the observations of imported batches to what was measured. */
export async function measureImported(
  tx: HasObservations,
  facts: readonly FactOf<'ObservationsImported'>[],
): Promise<MeasurementChanged[]> {
  const observations = facts.flatMap((fact) => fact.observations);
  await tx.observations.count(observations);
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
  tx: HasObservations,
  facts: readonly FactOf<'ObservationCorrected'>[],
): Promise<MeasurementChanged[]> {
  const touched = facts.flatMap((fact) =>
    [...new Set([fact.periodCode, fact.previousPeriodCode])].map((periodCode) => ({ fact, periodCode })),
  );
  await tx.observations.recount(
    touched.map(({ fact, periodCode }) => ({
      employeeId: fact.employeeId,
      indicatorId: fact.indicatorId,
      periodCode,
    })),
  );
  return touched.map(({ fact, periodCode }) => ({
    kind: 'MeasurementChanged',
    employeeId: fact.employeeId,
    periodCode,
    cause: { kind: 'CORRECTION', indicatorId: fact.indicatorId, value: fact.value },
  }));
}
