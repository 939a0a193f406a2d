import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The survey wave of a unit's quarter, once it is closed. What it led to is an observation like any other. */
export const SurveyWaveEntity = defineEntity({
  name: 'SurveyWave',
  tableName: 'survey_wave',
  properties: {
    regionCode: p.text().primary(),
    unitId: p.uuid().primary(),
    periodCode: p.text().primary(),
    /** Canonical decimal, as it was logged. */
    indexValue: p.decimal().columnType('numeric(18, 6)'),
    /** How much feedback it was made of. */
    counted: p.integer(),
    observationId: p.uuid(),
    closedAt: p.datetime().columnType('timestamptz'),
    closedBy: p.text(),
  },
});

export type SurveyWaveRow = InferEntity<typeof SurveyWaveEntity>;
