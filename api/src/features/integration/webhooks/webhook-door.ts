import type { TakenApart } from '../../../domain/integration/accept-webhook.js';
import type { ReachableAddresses } from '../../../platform/http/reachable-addresses.js';
import { isIP } from 'node:net';

/** What the rules of addresses need to know of the server. */
export interface WebhookDoor {
  /** Whether the server is on a developer's machine, where receivers may be too. */
  readonly development: boolean;
  /** The parts of an address; null where it is no URL of http or https. A name is judged when it is sent to. */
  takeApart(url: string): TakenApart | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export function createWebhookDoor(reachable: ReachableAddresses, development: boolean): WebhookDoor {
  return {
    development,
    takeApart(text) {
      if (!URL.canParse(text)) return null;
      const { href, protocol, hostname, username, password } = new URL(text);
      if (protocol !== 'https:' && protocol !== 'http:') return null;
      const host = hostname.replace(/^\[|\]$/g, '');
      return {
        href,
        isHttps: protocol === 'https:',
        hasPassword: username !== '' || password !== '',
        isLoopback: LOOPBACK.test(hostname),
        isRefused: isIP(host) !== 0 && !reachable.allows(host),
      };
    },
  };
}

/** What the context of a request has for this room. */
export interface HasWebhookDoor {
  readonly webhookDoor: WebhookDoor;
}
