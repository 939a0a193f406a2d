import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/graphql/context.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import type { HasUnits } from '../../employees/unit.store.js';
import { ImportFieldChange } from './import.object.js';

type Ask = Context<HasEmployees & HasUnits>;

/** Columns whose cells name something else by its code or NIP. */
const UNITS: ReadonlySet<string> = new Set(['unit', 'parent']);

/** What people call that which a cell names by its code or NIP. */
@Resolver(() => ImportFieldChange)
export class ImportChangeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of the unit or appraiser that was named; null where it is nothing that has a name.',
  })
  oldName(@Root() change: ImportFieldChange, @Ctx() context: Ask): Promise<string | null> {
    return nameOf(context, change, change.oldWhole);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of the unit or appraiser that comes into its place; null where it is nothing that has a name.',
  })
  newName(@Root() change: ImportFieldChange, @Ctx() context: Ask): Promise<string | null> {
    return nameOf(context, change, change.newWhole);
  }
}

async function nameOf(
  context: Ask,
  { regionCode, column }: ImportFieldChange,
  named: string | null,
): Promise<string | null> {
  if (named === null || named === '') return null;
  if (UNITS.has(column)) return unitNames(context, regionCode).load(named);
  return column === 'appraiser' ? employeeNames(context, regionCode).load(named) : null;
}

/** The request's loader of names of units by their codes. */
function unitNames(context: Ask, region: string): DataLoader<string, string | null> {
  return context.loader(
    `unit names by code ${region}`,
    () =>
      new DataLoader<string, string | null>(async (codes) => {
        const units = await context.read(region).units.byCodes(codes);
        const names = new Map(units.map(({ code, name }) => [code, name]));
        return codes.map((code) => names.get(code) ?? null);
      }),
  );
}

/** The same of people by their NIPs, who are told of it. */
function employeeNames(context: Ask, region: string): DataLoader<string, string | null> {
  return context.loader(
    `employee names by nip ${region}`,
    () =>
      new DataLoader<string, string | null>(async (nips) => {
        const people = await context.read(region).employees.byNips(nips);
        for (const { id } of people) context.reads.note(id, 'IDENTITY');
        const names = new Map(people.map(({ nip, name }) => [nip, name]));
        return nips.map((nip) => names.get(nip) ?? null);
      }),
  );
}
