import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import type { Context } from '../../platform/graphql/context.js';
import { RegionCode } from '../../platform/graphql/scalars.js';
import { Region, toRegion } from './region.object.js';
import type { HasRegions } from './region.store.js';

const RegionConnection = connectionOf('Region', () => Region);
const REGION_CODE = /^\d{2}\.\d{2}$/;

@Resolver()
export class RegionResolver {
  @Query(() => Region, {
    nullable: true,
    description: 'One region; null where this server does not hold it.',
  })
  async region(
    @Arg('code', () => RegionCode, { description: 'Kemendagri code of the region.' }) code: string,
    @Ctx() context: Context<HasRegions>,
  ): Promise<Region | null> {
    const row = await context.read(code).regions.get(code);
    return row === null ? null : toRegion(row);
  }

  @Query(() => RegionConnection, {
    description: 'The regions that this server holds, in the order of their codes.',
  })
  async regions(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context<HasRegions>,
  ): Promise<Page<Region>> {
    const size = pageSize(args);
    const after = pageKey(args, (text) => REGION_CODE.test(text));
    const rows = await context.read('').regions.page(after, size + 1);
    return toPage(rows, size, (row) => row.regionCode, toRegion);
  }
}
