import {
  COUNTED_OF_COUNTER_PER_HOUR,
  COUNTED_OF_NETWORK_PER_HOUR,
  TAKEN_OF_NETWORK_PER_HOUR,
} from '../../domain/feedback/feedback-rations.js';
import type { FeedbackTaken } from '../../domain/feedback/feedback-standing.js';
import type { Rationed } from '../../platform/auth/rations.js';
import type { Context } from '../../platform/graphql/context.js';

const HOUR_SECONDS = 3600;

/** What feedback that comes now is taken as. */
export type Room =
  | { readonly taken: FeedbackTaken; readonly giveBack: () => Promise<void> }
  /** Nothing is taken; whole seconds until something is. */
  | { readonly taken: null; readonly waitSeconds: number };

/**
 * Whether feedback is within what an hour brings. An office sits behind one address, and the code of a counter can be
 * photographed and handed on: what is more than a counter has visitors is taken all the same, and waits until a
 * facilitator has looked. Only a flood is refused. No device is told from another: there is nothing here to tell it by.
 */
export async function hourlyRoom(
  { rations, door, now }: Pick<Context, 'rations' | 'door' | 'now'>,
  regionCode: string,
  counterId: string,
): Promise<Room> {
  const at = now();
  const { network } = door;
  const take = (rationed: Pick<Rationed, 'about' | 'network' | 'most'>) =>
    rations.take(regionCode, { what: 'FEEDBACK', windowSeconds: HOUR_SECONDS, ...rationed }, at);
  const flood = await take({ network, most: TAKEN_OF_NETWORK_PER_HOUR });
  if (!flood.given) return { taken: null, waitSeconds: flood.waitSeconds };
  const pieces = await Promise.all([
    take({ about: counterId, network, most: COUNTED_OF_NETWORK_PER_HOUR }),
    take({ about: counterId, network: null, most: COUNTED_OF_COUNTER_PER_HOUR }),
  ]);
  return {
    taken: pieces.every(({ given }) => given) ? 'COUNTED' : 'WAITING',
    async giveBack() {
      for (const piece of [flood, ...pieces]) if (piece.given) await piece.giveBack();
    },
  };
}
