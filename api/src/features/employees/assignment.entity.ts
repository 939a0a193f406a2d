import { defineEntity, p } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/** Penugasan: where somebody serves from a day on. Of rows with the same kind and first day the last recorded holds. */
export const AssignmentEntity = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    employeeId: p.uuid(),
    unitId: p.uuid(),
    positionTitle: p.text(),
    kind: p.text().$type<'REGULAR' | 'ACTING'>(),
    startsOn: p.date(),
    endsOn: p.date().nullable(),
    recordedAt: p.datetime().columnType('timestamptz'),
    recordedBy: p.text(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});
