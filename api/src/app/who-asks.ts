import type { IncomingMessage } from 'node:http';
import { NOBODY, type Actor } from '../platform/auth/actor.js';
import { Denied } from '../platform/auth/denied.js';
import type { Quotas } from '../platform/auth/quota.js';
import type { Clock } from '../platform/clock.js';
import type { Context } from '../platform/graphql/context.js';
import { LONGEST_KEPT_SECONDS } from '../platform/http/cookies.js';
import type { Door } from '../platform/http/door.js';
import { presentedInMessage, presentedToken, type Presented } from '../platform/http/presented-token.js';
import type { Admitted } from '../platform/http/sockets.js';
import type { Identified, Identify } from './identify.js';
import type { Stores } from './stores.js';

/** Who is at the door: asked anew for each request, and for a socket when it opens and with each operation. */
export interface WhoAsks {
  /** A token in a header that lets nobody in is told so; a cookie that ran out is not. */
  request(request: IncomingMessage, door: Door): Promise<Actor>;
  /** Null: nobody whom we let in. */
  socket(request: IncomingMessage, payload: unknown, door: Door): Promise<Admitted | null>;
}

export interface WhoAsksParts {
  readonly identify: Identify;
  readonly quotas: Quotas;
  readonly clock: Clock;
  readonly createContext: (actor: Actor, door: Door) => Context<Stores>;
}

export function createWhoAsks({ identify, quotas, clock, createContext }: WhoAsksParts): WhoAsks {
  /** Programs ask for no more than their quota. */
  const spend = async ({ actor, quotaPerHour }: Identified): Promise<void> => {
    if (quotaPerHour !== null) await quotas.spend(actor, quotaPerHour, clock());
  };

  /** Programs come by themselves, never out of a page. */
  const letIn = async (
    known: Identified,
    request: IncomingMessage,
    { by }: Pick<Presented, 'by'>,
  ): Promise<void> => {
    if (known.actor.kind === 'SERVICE' && (by === 'COOKIE' || request.headers.origin !== undefined)) {
      throw new Denied(
        'FORBIDDEN',
        'The token of a service is for a program, never for a page in a browser.',
      );
    }
    await spend(known);
  };

  return {
    async request(request, door) {
      const presented = presentedToken(request, door);
      if (presented === null) return NOBODY;
      const known = await identify(presented.token);
      if (known !== null) {
        await letIn(known, request, presented);
        // A wall stays paired for as long as it is used: browsers forget what is not handed over again.
        if (known.actor.kind === 'DEVICE' && presented.by === 'COOKIE') {
          door.leaveCookie('SESSION', presented.token, LONGEST_KEPT_SECONDS);
        }
        return known.actor;
      }
      if (presented.by === 'HEADER')
        throw new Denied('UNAUTHENTICATED', 'The token lets nobody in (any more).');
      door.dropCookie('SESSION');
      return NOBODY;
    },

    async socket(request, payload, door) {
      const inMessage = presentedInMessage(payload);
      const presented: Presented | null =
        inMessage === null ? presentedToken(request, door) : { token: inMessage, by: 'HEADER' };
      if (presented === null) {
        return {
          actor: NOBODY,
          again: null,
          spend: async () => undefined,
          createContext: async () => createContext(NOBODY, door),
        };
      }
      const { token } = presented;
      const known = await identify(token);
      if (known === null) return null;
      await letIn(known, request, presented);
      const { actor } = known;
      return {
        actor,
        spend: () => spend(known),
        again: async () => (await identify(token))?.actor ?? null,
        async createContext() {
          const now = await identify(token);
          if (now === null) throw new Denied('UNAUTHENTICATED', 'The token lets nobody in (any more).');
          return createContext(now.actor, door);
        },
      };
    },
  };
}
