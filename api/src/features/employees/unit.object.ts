import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { UnitKind, UnitRow } from './unit.entity.js';
import { Node } from '../../platform/graphql/node.object.js';

const UNIT_KINDS = {
  KECAMATAN: 'KECAMATAN',
  SECRETARIAT: 'SECRETARIAT',
  SECTION: 'SECTION',
  KELURAHAN: 'KELURAHAN',
} as const satisfies { [K in UnitKind]: K };
registerEnumType(UNIT_KINDS, {
  name: 'UnitKind',
  description: 'What kind of office a unit is (PP 17/2018).',
  valuesConfig: {
    KECAMATAN: { description: 'District office, headed by the camat.' },
    SECRETARIAT: { description: 'Sub-division of the district secretariat (subbagian).' },
    SECTION: { description: 'Section of the district office (seksi).' },
    KELURAHAN: { description: 'Urban village office, headed by the lurah.' },
  },
});
/** The enum as fields name it. */
export const UnitKindEnum = UNIT_KINDS;

@ObjectType({
  implements: Node,
  description: "Unit kerja: a unit of the organisation, a node of the region's tree.",
})
export class Unit {
  @Field(() => ID, { description: 'UUID of the unit; it never changes.' })
  id!: string;

  @Field(() => String, {
    description: "The unit's own code, unique in the region; Kemendagri's for kecamatan and kelurahan.",
  })
  code!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => UnitKindEnum, { description: 'What kind of office it is.' })
  kind!: UnitKind;

  @Field(() => ID, { nullable: true, description: 'The unit above; null for a root.' })
  parentId!: string | null;

  @Field(() => Int, {
    description: 'Place in the fixed office order, in which units are always listed: never by score.',
  })
  order!: number;
}

export function toUnit(row: UnitRow): Unit {
  return Object.assign(new Unit(), {
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    parentId: row.parentId ?? null,
    order: row.officeOrder,
  });
}
