import { GraphQLError } from 'graphql';
import { Denied } from '../../platform/auth/denied.js';
import type { Context } from '../../platform/graphql/context.js';
import type { HasRegions } from './region.store.js';

/**
 * The region named, if this server holds it, or its only one.
 * @throws Denied NOT_FOUND; BAD_INPUT where it holds several and none is named
 */
export async function heldRegion(context: Context<HasRegions>, named: string | null): Promise<string> {
  const { regions } = context.read('');
  if (named !== null) {
    if ((await regions.get(named)) !== null) return named;
    throw new Denied('NOT_FOUND', `This server holds no region ${named}.`);
  }
  const [only, other] = await regions.page(null, 2);
  if (only === undefined) {
    throw new Denied(
      'NOT_FOUND',
      'Belum ada data: siapkan wilayahnya di /set-up. · No data yet: set the region up at /set-up.',
    );
  }
  if (other !== undefined) {
    throw new GraphQLError('Sebut wilayahnya: ?region=35.78 · Name the region: ?region=35.78', {
      extensions: { code: 'BAD_INPUT' },
    });
  }
  return only.regionCode;
}
