import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Unit kerja: a node of the region's organisation tree. */
export const UnitEntity = defineEntity({
  name: 'Unit',
  tableName: 'org_unit',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    kind: p.text().$type<UnitKind>(),
    parentId: p.uuid().nullable(),
    /** From the root down to the unit itself: a unit's row says whose roll-ups it is part of. */
    path: p.array().columnType('uuid[]').$type<string[]>(),
    officeOrder: p.integer(),
  },
});

export type UnitKind = 'KECAMATAN' | 'SECRETARIAT' | 'SECTION' | 'KELURAHAN';
export type UnitRow = InferEntity<typeof UnitEntity>;
