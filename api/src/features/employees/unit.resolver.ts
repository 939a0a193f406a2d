import { Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  countedConnectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { toUnit, Unit } from './unit.object.js';
import type { HasUnits } from './unit.store.js';

const UnitConnection = countedConnectionOf('Unit', () => Unit);

/** Office order and id: the place of a unit in its list. */
function readPlace(text: string): { officeOrder: number; id: string } | null {
  const [order = '', id = ''] = text.split(' ');
  return /^\d{1,9}$/.test(order) && isUuid(id) ? { officeOrder: Number(order), id } : null;
}

@Resolver()
export class UnitResolver {
  @Query(() => UnitConnection, { description: 'The units of a region in their fixed office order.' })
  async units(
    @InRegion() region: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context<HasUnits>,
  ): Promise<Page<Unit>> {
    const size = pageSize(args);
    const after = pageKey(args, (text) => readPlace(text) !== null);
    const { units } = context.read(region);
    const rows = await units.page(after === null ? null : readPlace(after), size + 1);
    return toPage(
      rows,
      size,
      (row) => `${row.officeOrder} ${row.id}`,
      toUnit,
      () => units.count(),
    );
  }
}
