import type DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  connectionOf,
  isUuid,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { Denied } from '../../platform/auth/denied.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { byId } from '../../platform/graphql/loader.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import { Employee, toEmployee } from './employee.object.js';
import type { EmployeeRow } from './employee.entity.js';
import type { HasEmployees } from './employee.store.js';
import type { UnitRow } from './unit.entity.js';
import { toUnit, Unit } from './unit.object.js';
import type { HasUnits } from './unit.store.js';

type Ask = Context<HasEmployees & HasUnits>;

const EmployeeConnection = connectionOf('Employee', () => Employee);

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

@Resolver(() => Employee)
export class EmployeeResolver {
  @Query(() => EmployeeConnection, {
    description:
      'The employees of a region, in the order in which they were added; those of one unit and below, where named.',
  })
  async employees(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: 'Only this unit and the units below it.' })
    unit: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Employee>> {
    const size = pageSize(args);
    const stores = context.read(region);
    const unitIds = unit === null || unit === undefined ? null : await stores.units.idsBelow(unit);
    const rows = await stores.employees.page(pageKey(args, isUuid), size + 1, unitIds);
    return toPage(rows, size, (row) => row.id, toEmployee);
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
