import type { EntityManager } from '@mikro-orm/postgresql';
import { FIRST_POLICY } from '../domain/scoring/policy.js';
import { createEmployeeStore, type HasEmployees } from '../features/employees/employee.store.js';
import { createUnitStore, type HasUnits } from '../features/employees/unit.store.js';
import { createIndicatorStore, type HasIndicators } from '../features/indicators/indicator.store.js';
import { createObservationStore, type HasObservations } from '../features/observations/observation.store.js';
import type { HasPolicy } from '../features/scores/recompute-scores.js';
import { createScoreStore, type HasScores } from '../features/scores/score.store.js';
import { createRegionStore, type HasRegions } from '../features/regions/region.store.js';
import { createChangeStore, type HasChanges } from '../platform/changes/change-store.js';
import type { HasClock } from '../platform/clock.js';
import { sqlOf } from '../platform/database/sql.js';

/** Everything that a verb can ask for; each names only what it uses. */
export type Stores = HasClock &
  HasPolicy &
  HasChanges &
  HasRegions &
  HasUnits &
  HasEmployees &
  HasIndicators &
  HasObservations &
  HasScores;

/** The stores of one region over one entity manager: inside its transaction where it has one. */
export function openStores(em: EntityManager, regionCode: string, now: Date): Stores {
  return {
    regionCode,
    now,
    policy: FIRST_POLICY,
    changes: createChangeStore(sqlOf(em), regionCode),
    regions: createRegionStore(em),
    units: createUnitStore(em, regionCode),
    employees: createEmployeeStore(em, regionCode),
    indicators: createIndicatorStore(em, regionCode),
    observations: createObservationStore(em, regionCode),
    scores: createScoreStore(em, regionCode),
  };
}
