import { uuidv7 } from 'uuidv7';
import type { FactOf } from '../../domain/facts.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { ObservationRow } from './observation.entity.js';
import type { HasObservations } from './observation.store.js';

/** What takes the place of an earlier observation. */
export interface Successor {
  readonly value: string;
  readonly observedAt: Date;
  readonly periodCode: string;
  readonly note: string | null;
  readonly reason: string;
  /** Whether it only takes the earlier one away. */
  readonly withdrawn: boolean;
}

/**
 * Keeps everybody else from moving an observation, and from adding to the targets that it counts in or will count
 * in; tells whether another one has its place already.
 */
export async function lockForSuccession(
  tx: HasIndicators & HasObservations,
  original: ObservationRow,
  periodCodes: readonly string[],
): Promise<{ readonly corrected: boolean }> {
  const { employeeId, indicatorId } = original;
  const periods = new Set([original.periodCode, ...periodCodes]);
  await tx.indicators.lockTargets(
    [...periods].map((periodCode) => ({ employeeId, indicatorId, periodCode })),
  );
  await tx.observations.lock(original.id);
  return { corrected: (await tx.observations.correctionsOf([original.id])).size > 0 };
}

/** Puts an observation in the place of an earlier one; both stay in the record. */
export async function supersede(
  tx: HasIndicators & HasObservations & HasClock,
  actor: Actor,
  original: ObservationRow,
  successor: Successor,
): Promise<FactOf<'ObservationCorrected'>> {
  const { reason, ...said } = successor;
  const row: ObservationRow = {
    ...said,
    regionCode: tx.regionCode,
    id: uuidv7(),
    employeeId: original.employeeId,
    indicatorId: original.indicatorId,
    recordedAt: tx.now,
    recordedBy: actor.id,
    // Who saw it stays who saw it, whoever writes the correction.
    observerId: original.observerId ?? null,
    observer: original.observer,
    behaviourCode: original.behaviourCode ?? null,
    supersedesId: original.id,
    correctionReason: reason,
    importKey: null,
  };
  await tx.observations.add([row]);
  const indicator = (await tx.indicators.get(original.indicatorId))!;
  return {
    kind: 'ObservationCorrected',
    observationId: row.id,
    supersedesId: original.id,
    employeeId: row.employeeId,
    indicatorId: row.indicatorId,
    periodCode: row.periodCode,
    previousPeriodCode: original.periodCode,
    value: row.value,
    observedAt: row.observedAt,
    coreValue: indicator.coreValue ?? null,
    observer: row.observer,
    withdrawn: row.withdrawn,
  };
}
