import { defineEntity, p } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/** Who appraises whom from a day on. Of rows with the same first day the last recorded holds. */
export const ReportingLineEntity = defineEntity({
  name: 'ReportingLine',
  tableName: 'reporting_line',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    employeeId: p.uuid(),
    appraiserId: p.uuid().nullable(),
    startsOn: p.date(),
    recordedAt: p.datetime().columnType('timestamptz'),
    recordedBy: p.text(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});
