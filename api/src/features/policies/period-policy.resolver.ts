import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.js';
import { Period } from '../indicators/indicator.object.js';
import type { HasPolicies } from './policy.store.js';

/** What this room adds to a period. */
@Resolver(() => Period)
export class PeriodPolicyResolver {
  @FieldResolver(() => String, {
    description:
      'Version of the scoring policy that holds for the period: the one in force when it begins (PN8).',
  })
  async policyVersion(@Root() period: Period, @Ctx() context: Context<HasPolicies>): Promise<string> {
    const { regionCode } = period;
    const loader = context.loader(
      `policy versions ${regionCode}`,
      () =>
        new DataLoader<string, string>(async (codes) => {
          const policies = await context.read(regionCode).policies.ofPeriods(codes);
          return codes.map((code) => policies.get(code)!.version);
        }),
    );
    return loader.load(period.code);
  }
}
