import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Direction } from '../../domain/scoring/attainment.js';
import type { Aggregation } from '../../domain/scoring/realisation.js';

/** Indikator kinerja: what is measured, in which unit, and which way is better. */
export const IndicatorEntity = defineEntity({
  name: 'Indicator',
  tableName: 'indicator',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    nameEn: p.text(),
    measureUnit: p.text(),
    direction: p.text().$type<Direction>(),
    aggregation: p.text().$type<Aggregation>(),
    lowest: p.decimal('string').precision(18).scale(6).nullable(),
    highest: p.decimal('string').precision(18).scale(6).nullable(),
    source: p.text(),
    definition: p.text(),
  },
});

export type IndicatorRow = InferEntity<typeof IndicatorEntity>;
