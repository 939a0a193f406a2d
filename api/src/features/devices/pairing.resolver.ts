import { GraphQLError } from 'graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { toRefusal } from '../../platform/graphql/refusal.object.js';
import { RegionCode } from '../../platform/graphql/scalars.js';
import { LONGEST_KEPT_SECONDS } from '../../platform/http/cookies.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { heldRegion } from '../regions/held-region.js';
import type { HasRegions } from '../regions/region.store.js';
import { claimPairing } from './claim-pairing.js';
import type { HasDevices } from './device.store.js';
import {
  ClaimPairingInput,
  DevicePaired,
  PairingClaimResult,
  PairingCode,
  PairingCodeResult,
  PairingPending,
  PairingRefused,
} from './pairing.object.js';
import { requestPairing } from './request-pairing.js';

type Ask = Context<HasDevices & HasRegions & HasTrail & HasClock>;

/** The wall's side of pairing. Nobody is signed in there, so neither keeps a key: what was lost is asked for anew. */
@Resolver()
export class PairingResolver {
  @Mutation(() => PairingCodeResult, {
    description:
      'Asks for a code by which a wall is paired. Open to everybody. NOT_FOUND for a region that this server does not ' +
      'hold; BAD_INPUT where it holds several and none is named.',
  })
  async requestPairing(
    @Arg('region', () => RegionCode, {
      nullable: true,
      description:
        'Kemendagri code of the region. It may be left out where the server holds one region only.',
    })
    region: string | null,
    @Ctx() context: Ask,
  ): Promise<typeof PairingCodeResult> {
    const held = await heldRegion(context, region ?? null);
    const given = await context.transact(held, (tx) =>
      requestPairing(tx, context.key('pairing'), context.door.network),
    );
    if (!given.ok) return toRefusal(PairingRefused, given.refusal);
    return Object.assign(new PairingCode(), given.value);
  }

  @Mutation(() => PairingClaimResult, {
    description:
      'Asks whether a wall has been paired, and takes its token, once. Open to everybody who holds the `pollToken`. ' +
      'Errors as for requestPairing; BAD_INPUT for a cookie over a websocket, which cannot leave one.',
  })
  async claimPairing(
    @Arg('input', () => ClaimPairingInput, { description: 'What the wall was given.' })
    input: ClaimPairingInput,
    @Ctx() context: Ask,
  ): Promise<typeof PairingClaimResult> {
    const { pollToken, keep, region = null } = input;
    if (keep === 'COOKIE' && !context.door.keepsCookies) {
      throw new GraphQLError('A websocket cannot leave a cookie: ask over HTTP, or for the token.', {
        extensions: { code: 'BAD_INPUT' },
      });
    }
    const held = await heldRegion(context, region);
    const claimed = await context.transact(held, async (tx) => {
      const outcome = await claimPairing(tx, pollToken);
      if (outcome.ok && outcome.value.token !== null) {
        const actor = { kind: 'DEVICE', id: outcome.value.deviceId } as const;
        await tx.trail.write({ actor, action: 'claimPairing', outcome: 'DONE' });
      }
      return outcome;
    });
    if (!claimed.ok) return toRefusal(PairingRefused, claimed.refusal);
    const { value } = claimed;
    if (value.token === null) return Object.assign(new PairingPending(), { expiresAt: value.expiresAt });
    const { deviceId, token } = value;
    if (keep === 'TOKEN') return Object.assign(new DevicePaired(), { deviceId, token });
    context.door.leaveCookie('SESSION', token, LONGEST_KEPT_SECONDS);
    return Object.assign(new DevicePaired(), { deviceId, token: null });
  }
}
