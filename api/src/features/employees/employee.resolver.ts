import type DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  badInput,
  countedConnectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import { Denied } from '../../platform/auth/denied.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { byId } from '../../platform/graphql/loader.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import { Employee, toEmployee } from './employee.object.js';
import type { EmployeeRow } from './employee.entity.js';
import { EMPLOYEE_ORDERS, EmployeeFilter } from './employee.input.js';
import type { EmployeeFilterRow, EmployeeOrder, EmployeePlace, HasEmployees } from './employee.store.js';
import type { UnitRow } from './unit.entity.js';
import { toUnit, Unit } from './unit.object.js';
import type { HasUnits } from './unit.store.js';

type Ask = Context<HasEmployees & HasUnits>;

const EmployeeConnection = countedConnectionOf('Employee', () => Employee);

/** The request's loader of employees: one statement for all that a page names. */
export function employeeLoader(context: Ask, region: string): DataLoader<string, EmployeeRow | undefined> {
  return context.loader(`employees ${region}`, () =>
    byId((ids) => context.read(region).employees.byIds(ids)),
  );
}

/** Somebody whom a row names; null where whoever asks may not know them. */
export async function namedEmployee(context: Ask, region: string, id: string): Promise<Employee | null> {
  const row = await employeeLoader(context, region).load(id);
  return row === undefined ? null : toEmployee(row);
}

/**
 * Somebody whom a row is about.
 * @throws Denied where whoever asks may not know them
 */
export async function employeeOf(context: Ask, region: string, id: string): Promise<Employee> {
  const employee = await namedEmployee(context, region, id);
  if (employee === null) throw new Denied('FORBIDDEN', 'Whom this is about is not open to you.');
  return employee;
}

/** The request's loader of units. */
export function unitLoader(context: Ask, region: string): DataLoader<string, UnitRow | undefined> {
  return context.loader(`units ${region}`, () => byId((ids) => context.read(region).units.byIds(ids)));
}

/** Id and name: the place of somebody in each of the orders. */
function readPlace(text: string): EmployeePlace | null {
  const [id = '', ...name] = text.split(' ');
  return isUuid(id) ? { id, name: name.join(' ') } : null;
}

const NAME_PART_LETTERS = 100;

async function chosenBy(
  { units }: HasUnits,
  unit: string | null,
  { unit: within = null, active = null, status = null, name = null }: EmployeeFilter,
): Promise<EmployeeFilterRow> {
  if (name !== null && (name.trim() === '' || name.length > NAME_PART_LETTERS)) {
    throw badInput(`filter.name takes 1 to ${NAME_PART_LETTERS} characters.`);
  }
  const [of, also] = await Promise.all(
    [unit, within].map((id) => (id === null ? Promise.resolve(null) : units.idsBelow(id))),
  );
  const unitIds = of && also ? of.filter((id) => also.includes(id)) : (of ?? also ?? null);
  return { unitIds, active, statuses: status, nameHolds: name?.trim() ?? null };
}

@Resolver(() => Employee)
export class EmployeeResolver {
  @Query(() => EmployeeConnection, {
    description:
      'The employees of a region; by default in the order in which they were added, so that who is added during a pull comes at its end.',
  })
  async employees(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, {
      nullable: true,
      description: 'Only this unit and the units below it; the same as `filter.unit`.',
    })
    unit: string | null,
    @Arg('filter', () => EmployeeFilter, { nullable: true, description: 'Which of them; empty: all.' })
    filter: EmployeeFilter | null,
    @Arg('orderBy', () => EMPLOYEE_ORDERS, { defaultValue: 'ADDED', description: 'The order of the list.' })
    orderBy: EmployeeOrder,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Employee>> {
    const size = pageSize(args);
    const stores = context.read(region);
    const chosen = await chosenBy(stores, unit ?? null, filter ?? {});
    const after = pageKey(args, (text) => readPlace(text) !== null);
    const rows = await stores.employees.page(
      chosen,
      orderBy,
      after === null ? null : readPlace(after),
      size + 1,
    );
    return toPage(
      rows,
      size,
      ({ id, name }) => `${id} ${name}`,
      toEmployee,
      () => stores.employees.count(chosen),
    );
  }

  @Query(() => Employee, {
    nullable: true,
    description: 'One employee; null where the region has none of this id.',
  })
  async employee(
    @InRegion() region: string,
    @Arg('id', () => Uuid, { description: 'The id of the employee.' }) id: string,
    @Ctx() context: Ask,
  ): Promise<Employee | null> {
    const row = await context.read(region).employees.get(id);
    return row === null ? null : toEmployee(row);
  }

  @FieldResolver(() => ID, { description: 'The id of the unit that the person works in now.' })
  unitId(@Root() employee: Employee): string {
    return employee.unitId;
  }

  @FieldResolver(() => Unit, { description: 'The unit that the person works in now.' })
  async unit(@Root() employee: Employee, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, employee.regionCode).load(employee.unitId))!);
  }
}
