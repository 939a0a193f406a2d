import type DataLoader from 'dataloader';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  countedConnectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { byId } from '../../platform/graphql/loader.js';
import type { IndicatorRow } from './indicator.entity.js';
import { Indicator, Period, toIndicator, toPeriod } from './indicator.object.js';
import type { HasIndicators } from './indicator.store.js';

const IndicatorConnection = countedConnectionOf('Indicator', () => Indicator);

/** Longest code of an indicator; also keeps foreign cursors short. */
const LONGEST_CODE = 40;
/** Ten years of quarters: more periods than anybody looks back. */
const PERIODS = 40;

/** The request's loader of indicators. */
export function indicatorLoader(
  context: Context<HasIndicators>,
  region: string,
): DataLoader<string, IndicatorRow | undefined> {
  return context.loader(`indicators ${region}`, () =>
    byId((ids) => context.read(region).indicators.byIds(ids)),
  );
}

@Resolver()
export class IndicatorResolver {
  @Query(() => IndicatorConnection, {
    description: 'The indicators of a region in the order of their codes.',
  })
  async indicators(
    @InRegion() region: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context<HasIndicators>,
  ): Promise<Page<Indicator>> {
    const size = pageSize(args);
    const after = pageKey(args, (text) => text.length <= LONGEST_CODE);
    const { indicators } = context.read(region);
    const rows = await indicators.page(after, size + 1);
    return toPage(
      rows,
      size,
      (row) => row.code,
      toIndicator,
      () => indicators.count(),
    );
  }

  @Query(() => [Period], { description: `The periods of a region, newest first, at most ${PERIODS}.` })
  async periods(@InRegion() region: string, @Ctx() context: Context<HasIndicators>): Promise<Period[]> {
    return (await context.read(region).indicators.periods(PERIODS)).map(toPeriod);
  }
}
