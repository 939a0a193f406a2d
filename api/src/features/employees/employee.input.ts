import { Field, InputType, registerEnumType } from 'type-graphql';
import type { EmploymentStatus } from '../../domain/people/nip.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import { EMPLOYMENT_STATUSES } from './employee.object.js';
import type { EmployeeOrder } from './employee.store.js';

export const EMPLOYEE_ORDERS = {
  ADDED: 'ADDED',
  ADDED_DESC: 'ADDED_DESC',
  NAME: 'NAME',
  NAME_DESC: 'NAME_DESC',
} as const satisfies { [K in EmployeeOrder]: K };
registerEnumType(EMPLOYEE_ORDERS, {
  name: 'EmployeeOrder',
  description: 'The order of a list of employees. There is none by how well somebody does: nobody is ranked.',
  valuesConfig: {
    ADDED: { description: 'In the order in which they were added; whoever comes during a pull comes last.' },
    ADDED_DESC: { description: 'Whoever was added last comes first.' },
    NAME: { description: 'By name, A first. Who is renamed during a pull may be met twice or not at all.' },
    NAME_DESC: { description: 'By name, Z first.' },
  },
});

@InputType({ description: 'Which employees a list has; all that is set has to hold.' })
export class EmployeeFilter {
  @Field(() => Uuid, {
    nullable: true,
    description: 'Only those of this unit and the units below it, by where they work now.',
  })
  unit?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: in service now; false: not any more.' })
  active?: boolean | null;

  @Field(() => [EMPLOYMENT_STATUSES], {
    nullable: true,
    description: 'Only those employed in one of these ways.',
  })
  status?: EmploymentStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name holds this, capitals or not; 1 to 100 characters.',
  })
  name?: string | null;
}
