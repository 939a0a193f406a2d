import type { Context } from '../../platform/graphql/context.js';

/**
 * A try with a tracking code, counted as failed where `look` finds nothing.
 * @returns what it found; or how many whole seconds its network has to wait before it is looked at
 */
export async function guessCode<T>(
  { attempts, door, now }: Pick<Context, 'attempts' | 'door' | 'now'>,
  regionCode: string,
  look: () => Promise<{ readonly found: boolean; readonly value: T }>,
): Promise<{ readonly looked: true; readonly value: T } | { readonly looked: false; readonly wait: number }> {
  // For the network alone: were codes counted for all together, whoever guesses would keep everybody out.
  const { network } = door;
  const who = { step: 'TRACKING_CODE', account: network, network, browser: null } as const;
  const begun = await attempts.begin(regionCode, who, now());
  if (!begun.looked) return { looked: false, wait: begun.waitSeconds };
  try {
    const { found, value } = await look();
    if (found) await attempts.succeed(begun.attempt);
    return { looked: true, value };
  } catch (error) {
    await attempts.takeBack(begun.attempt);
    throw error;
  }
}
