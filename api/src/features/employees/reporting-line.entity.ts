import { defineEntity, p } from '@mikro-orm/core';

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
  },
});
