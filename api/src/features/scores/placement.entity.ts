import { defineEntity, p } from '@mikro-orm/core';

/** How many days of a period somebody served in a unit (`domain/people/service-days.ts`): what a unit counts them by. */
export const PlacementEntity = defineEntity({
  name: 'Placement',
  tableName: 'placement',
  properties: {
    regionCode: p.text().primary(),
    employeeId: p.uuid().primary(),
    periodCode: p.text().primary(),
    unitId: p.uuid().primary(),
    days: p.integer(),
  },
});
