import { defineEntity, p } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/**
 * Cuti: days on which nothing is expected. Only the days are kept, never the ground, which may tell of health. Of
 * rows with the same first day the last recorded holds; one without a last day calls the leave off.
 */
export const LeaveEntity = defineEntity({
  name: 'Leave',
  tableName: 'leave',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    employeeId: p.uuid(),
    startsOn: p.date(),
    endsOn: p.date().nullable(),
    recordedAt: p.datetime().columnType('timestamptz'),
    recordedBy: p.text(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});
