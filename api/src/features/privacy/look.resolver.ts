import { Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { LookAtMe, toLookAtMe } from './look.object.js';
import type { HasLooks, LookPlace } from './look.store.js';

const LookAtMeConnection = connectionOf('LookAtMe', () => LookAtMe);

/** The day and the looker, which is a UUID or the name of a command. */
const PLACE = /^\d{4}-\d\d-\d\d [a-z0-9-]{1,60}$/;

@Resolver(() => LookAtMe)
export class LookResolver {
  @Query(() => LookAtMeConnection, {
    description:
      'Siapa melihat data saya: who looked at the data of whoever asks, one row for each day and looker, the latest day first. Own looks are left out. Kept for two years.',
  })
  async looksAtMe(
    @InRegion() region: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context<HasLooks>,
  ): Promise<Page<LookAtMe>> {
    const size = pageSize(args);
    const place = toPlace(pageKey(args, (text) => PLACE.test(text)));
    const rows = await context.read(region).looks.atMe(place, size + 1);
    return toPage(
      rows,
      size,
      ({ day, actorId }) => `${day} ${actorId}`,
      (row) => toLookAtMe(context.actor.employeeId!, row),
    );
  }
}

function toPlace(key: string | null): LookPlace | null {
  if (key === null) return null;
  const [day, actorId] = key.split(' ');
  return { day: day!, actorId: actorId! };
}
