import { defineEntity, p } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/** What a target said from a moment of recording on: the history of `target`, only ever added to. */
export const TargetVersionEntity = defineEntity({
  name: 'TargetVersion',
  tableName: 'target_version',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    employeeId: p.uuid(),
    periodCode: p.text(),
    indicatorId: p.uuid(),
    weight: p.decimal('string').precision(18).scale(6),
    floorValue: p.decimal('string').precision(18).scale(6),
    targetValue: p.decimal('string').precision(18).scale(6),
    stretchValue: p.decimal('string').precision(18).scale(6),
    ceilingValue: p.decimal('string').precision(18).scale(6).nullable(),
    role: p.text().nullable(),
    recordedAt: p.datetime().columnType('timestamptz'),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});
