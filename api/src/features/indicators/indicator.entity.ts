import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { CoreValue } from '../../domain/people/berakhlak.js';
import type { Direction } from '../../domain/scoring/attainment.js';
import type { Aggregation } from '../../domain/scoring/realisation.js';

/** What an indicator measures: what comes of the work, or how it is done. */
export type IndicatorKind = 'RESULT' | 'BEHAVIOUR';

/**
 * Indikator kinerja: what is measured, in which unit, and which way is better. The seven core values of ASN are
 * indicators of kind BEHAVIOUR, so that behaviour is recorded, corrected, contested and replayed as results are.
 */
export const IndicatorEntity = defineEntity({
  name: 'Indicator',
  tableName: 'indicator',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    nameEn: p.text(),
    kind: p.text().$type<IndicatorKind>().default('RESULT'),
    coreValue: p.text().$type<CoreValue>().nullable(),
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
