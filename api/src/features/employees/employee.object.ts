import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { maskNip, type EmploymentStatus } from '../../domain/people/nip.js';
import type { EmployeeRow } from './employee.entity.js';
import { Node } from '../../platform/graphql/node.object.js';

export const EMPLOYMENT_STATUSES = {
  PNS: 'PNS',
  PPPK: 'PPPK',
  PPPK_PART_TIME: 'PPPK_PART_TIME',
} as const satisfies { [K in EmploymentStatus]: K };
registerEnumType(EMPLOYMENT_STATUSES, {
  name: 'EmploymentStatus',
  description: 'How a civil servant is employed (UU 20/2023).',
  valuesConfig: {
    PNS: { description: 'Pegawai negeri sipil: permanent civil servant.' },
    PPPK: { description: 'Government employee under a work agreement.' },
    PPPK_PART_TIME: { description: 'Part-time government employee under a work agreement.' },
  },
});

@ObjectType({ implements: Node, description: 'ASN: a civil servant.' })
export class Employee {
  @Field(() => ID, { description: 'UUID; never the NIP, which tells birth date and sex.' })
  id!: string;

  @Field(() => String, { description: 'Name with titles.' })
  name!: string;

  @Field(() => String, { description: 'The NIP with all but its last three digits masked.' })
  maskedNip!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The whole NIP, 18 digits. It tells birth date and sex: for the person, the administrator and services with the scope NIP or PROVISION; FORBIDDEN for others, null beside the error. Each read is told to the person.',
  })
  nip!: string | null;

  @Field(() => EMPLOYMENT_STATUSES, { description: 'How the person is employed.' })
  status!: EmploymentStatus;

  @Field(() => String, { description: 'Jabatan: title of the position held.' })
  position!: string;

  @Field(() => Boolean, { description: 'Whether the person is in service now; nobody is ever deleted.' })
  active!: boolean;

  regionCode!: string;
  unitId!: string;
}

export function toEmployee(row: EmployeeRow): Employee {
  return Object.assign(new Employee(), {
    id: row.id,
    name: row.name,
    maskedNip: maskNip(row.nip),
    nip: row.nip,
    status: row.status,
    position: row.positionTitle,
    active: row.active,
    regionCode: row.regionCode,
    unitId: row.unitId,
  });
}
