import { ClaimPairingDocument, RequestPairingDocument } from '@pantau/schema';
import type { Client } from 'urql';
import { readAnswer } from '../../lib/graphql/answer.js';
import type { Text } from '../../lib/text/language.js';

/** What a screen shows until somebody has paired it. */
export interface PairingView {
  /** As it is to be typed, e.g. "BCDF-GHJK"; null: none yet. */
  readonly code: string | null;
  /** When it runs out, ms since 1970 on this screen's clock; 0 without a code. */
  readonly runsOutAt: number;
  /** Why there is no code, or no answer, at the moment; null: all is well. */
  readonly trouble: Text | 'UNREACHABLE' | null;
}

/** The pairing of one screen. */
export interface Pairing {
  readonly view: () => PairingView;
  /** Calls `listener` after every change of `view()`; returns how to stop. */
  readonly onView: (listener: () => void) => () => void;
  /** Asks for a code, and again and again whether it was paired; returns how to stop. */
  readonly start: () => () => void;
}

/** How long a code lasts where the clocks of screen and server disagree, ms. */
const LASTS = 10 * 60_000;
/** When nothing was to be had, it is tried again after this many ms. */
const TRY_AGAIN = 5_000;
const TRY_MUCH_LATER = 30_000;

/**
 * Pairs a screen: shows a code until it runs out, then the next, for as long as nobody has typed it in elsewhere. What
 * it polls with stays in this program's memory; the token that it is given at last, in a cookie that no program reads.
 */
export function createPairing(client: Client, region: string | null, onPaired: () => void): Pairing {
  const listeners = new Set<() => void>();
  let view: PairingView = { code: null, runsOutAt: 0, trouble: null };
  let pollToken: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function show(part: Partial<PairingView>): void {
    view = { ...view, ...part };
    for (const listener of [...listeners]) listener();
  }
  function next(step: () => Promise<void>, after: number): void {
    if (!stopped) timer = setTimeout(() => void step(), after);
  }
  function forget(): void {
    pollToken = null;
    show({ code: null, runsOutAt: 0 });
  }

  async function request(): Promise<void> {
    const answer = readAnswer(await client.mutation(RequestPairingDocument, { region }).toPromise(), 0);
    if (stopped) return;
    if (answer.kind !== 'GIVEN') {
      const said = answer.kind === 'REFUSED' ? { id: answer.message, en: answer.message } : answer.kind;
      show({ trouble: said });
      return next(request, TRY_AGAIN);
    }
    const given = answer.data.requestPairing;
    if (given.__typename === 'PairingCode') {
      pollToken = given.pollToken;
      show({ code: given.code, runsOutAt: endOf(given.expiresAt), trouble: null });
      return next(claim, given.pollEverySeconds * 1_000);
    }
    show({ trouble: { id: given.message, en: given.messageEn } });
    next(request, TRY_MUCH_LATER);
  }

  async function claim(): Promise<void> {
    if (pollToken === null || Date.now() >= view.runsOutAt) {
      forget();
      return request();
    }
    const input = { region, pollToken, keep: 'COOKIE' } as const;
    const answer = readAnswer(await client.mutation(ClaimPairingDocument, { input }).toPromise(), 0);
    if (stopped) return;
    if (answer.kind !== 'GIVEN') {
      show({ trouble: 'UNREACHABLE' }); // the code still holds: it is asked for again
      return next(claim, TRY_AGAIN);
    }
    const given = answer.data.claimPairing;
    if (given.__typename === 'DevicePaired') return onPaired();
    if (given.__typename === 'PairingPending') {
      show({ trouble: null });
      return next(claim, given.pollEverySeconds * 1_000);
    }
    forget();
    return request();
  }

  return {
    view: () => view,
    onView(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      stopped = false;
      void request();
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
  };
}

/** When a code runs out by this screen's clock, which may be wrong by hours. */
function endOf(expiresAt: string): number {
  const left = Date.parse(expiresAt) - Date.now();
  return Date.now() + (left > 0 && left <= LASTS ? left : LASTS);
}
