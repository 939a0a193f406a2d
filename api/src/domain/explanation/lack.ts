import type { Sentence } from '../outcome.js';
import { lowCoverage } from './low-coverage.js';
import type { ScoreToExplain } from './score-to-explain.js';

/** What keeps a score from having a value. */
export interface Lack {
  readonly ruleId: 'LV3' | 'WR6' | 'WR4';
  readonly sentence: Sentence;
}

/** Why there is no work result and so no score, said kindly; null where there is one. */
export function lackOf({ score, plan, policy }: ScoreToExplain): Lack | null {
  if (score.workResult.value !== null) return null;
  if (plan.service.served === 0) return NOT_SERVED;
  if (plan.indicators.length === 0) return NOT_PLANNED;
  if (score.workResult.parts.every(({ attainment }) => attainment === null)) return NOT_MEASURED;
  return { ruleId: 'WR4', sentence: lowCoverage(score.coverage, policy) };
}

/** Nothing counts in a period without a day of service. */
export const NOT_SERVED: Lack = {
  ruleId: 'LV3',
  sentence: {
    id: 'Tidak ada hari bertugas dalam periode ini, jadi tidak ada yang dihitung.',
    en: 'No day of this period was served, so nothing counts.',
  },
};

const NOT_PLANNED: Lack = {
  ruleId: 'WR6',
  sentence: {
    id: 'Belum ada indikator yang direncanakan untuk periode ini.',
    en: 'No indicator has been planned for this period yet.',
  },
};

const NOT_MEASURED: Lack = {
  ruleId: 'WR4',
  sentence: {
    id: 'Belum ada data untuk satu pun indikator yang direncanakan.',
    en: 'None of the planned indicators has data yet.',
  },
};
