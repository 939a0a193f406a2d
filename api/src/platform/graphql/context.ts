import type { Actor } from '../auth/actor.js';
import type { ChangeFeed } from '../changes/change-feed.js';
import type { UnitOfWork } from '../unit-of-work.js';

/** What every resolver is handed. `Stores` names what the room asks for; the roof provides all of it. */
export interface Context<Stores = object> {
  readonly actor: Actor;
  /** The stores of a region, for reading outside a transaction. */
  read(regionCode: string): Stores;
  /** One consistent look at several tables: no commit shows in part. */
  readAtOnce<T>(regionCode: string, look: (stores: Stores) => Promise<T>): Promise<T>;
  readonly unitOfWork: Pick<UnitOfWork<Stores, string>, 'run'>;
  readonly feed: ChangeFeed;
  /** Loaders of this request, made when first asked for. */
  loader<L>(key: string, make: () => L): L;
  readonly now: () => Date;
}
