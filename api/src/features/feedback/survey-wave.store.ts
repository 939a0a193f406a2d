import type { EntityManager } from '@mikro-orm/postgresql';
import { sqlOf } from '../../platform/database/sql.js';
import { SurveyWaveEntity, type SurveyWaveRow } from './survey-wave.entity.js';

/** What other rooms may ask about survey waves. Every answer is of one region. */
export interface SurveyWaveStore {
  get(unitId: string, periodCode: string): Promise<SurveyWaveRow | null>;
  /** The same, and nobody else closes it until the transaction ends. */
  hold(unitId: string, periodCode: string): Promise<SurveyWaveRow | null>;
  add(wave: Omit<SurveyWaveRow, 'regionCode'>): Promise<void>;
}

export interface HasSurveyWaves {
  readonly surveyWaves: SurveyWaveStore;
}

export function createSurveyWaveStore(em: EntityManager, regionCode: string): SurveyWaveStore {
  const get = (unitId: string, periodCode: string) =>
    em.findOne(SurveyWaveEntity, { regionCode, unitId, periodCode }, { disableIdentityMap: true });
  return {
    get,
    async hold(unitId, periodCode) {
      await sqlOf(em).rows(`select pg_advisory_xact_lock(hashtextextended('wave ' || $1 || $2 || $3, 0))`, [
        regionCode,
        unitId,
        periodCode,
      ]);
      return get(unitId, periodCode);
    },
    async add(wave) {
      await em.insert(SurveyWaveEntity, { ...wave, regionCode });
    },
  };
}
