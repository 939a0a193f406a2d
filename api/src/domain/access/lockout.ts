import type { RefusalRow } from '../outcome.js';

/**
 * Whose failures are counted together.
 *
 * A browser is known to an account once somebody signed in to it there. Its failures are counted by themselves, so
 * that strangers who guess never keep the owner out. All others are counted three times: of this account from this
 * network; of this account from anywhere; of this network on any account.
 *
 * What this cannot give: while many networks guess at one account without a pause, they may be quicker than the owner
 * each time that a wait on a new browser ends. The ways past them are a browser that is known, and a one-time code,
 * whose failures are counted apart.
 */
export type CountedBy = 'BROWSER' | 'ACCOUNT_AND_NETWORK' | 'ACCOUNT' | 'NETWORK';

/** Failures up to now, as they are kept. */
export interface Failures {
  readonly count: number;
  /** When the latest was. */
  readonly latest: Date;
}

/** Failures by whom they are counted. What has none, or none within `FORGOTTEN_AFTER_SECONDS`, is not there. */
export type FailuresBy = Readonly<Partial<Record<CountedBy, Failures>>>;

interface Patience {
  /** After this many failures comes the first wait. */
  readonly failures: number;
  /** Its seconds; doubled by each further failure. */
  readonly first: number;
  /** Seconds that are never exceeded. */
  readonly longest: number;
}

/** Nobody is ever told to wait for longer, in seconds. */
export const LONGEST_WAIT_SECONDS = 15 * 60;

/** After as many seconds without a failure the count begins anew. Longer than any wait, or waits would not grow. */
export const FORGOTTEN_AFTER_SECONDS = 60 * 60;

const PATIENCE: Readonly<Record<CountedBy, Patience>> = {
  BROWSER: { failures: 5, first: 5, longest: LONGEST_WAIT_SECONDS },
  ACCOUNT_AND_NETWORK: { failures: 5, first: 5, longest: LONGEST_WAIT_SECONDS },
  // Strangers from many networks: more than a person mistypes, and soon few enough an hour that guessing is hopeless.
  ACCOUNT: { failures: 15, first: 5, longest: LONGEST_WAIT_SECONDS },
  // A whole office may sit behind one address: one that mistypes must not hold up the others for long.
  NETWORK: { failures: 50, first: 2, longest: 60 },
};

/** By which counts an attempt is looked at, and in which it counts if it fails. */
export function countedBy(browserKnown: boolean): readonly CountedBy[] {
  return browserKnown ? ['BROWSER'] : ['ACCOUNT_AND_NETWORK', 'ACCOUNT', 'NETWORK'];
}

/**
 * Whole seconds until the next attempt is looked at; 0: now (rules AC11 to AC13 in docs/ACCESS.md). An attempt that
 * has to wait is not looked at and does not count, so that nobody makes a wait longer by trying.
 */
export function secondsToWait(browserKnown: boolean, failures: FailuresBy, now: Date): number {
  const waits = countedBy(browserKnown).map((by) => waitAfter(PATIENCE[by], failures[by], now));
  return Math.max(...waits);
}

function waitAfter(patience: Patience, failures: Failures | undefined, now: Date): number {
  if (failures === undefined || failures.count < patience.failures) return 0;
  const whole = Math.min(patience.longest, patience.first * 2 ** (failures.count - patience.failures));
  const passed = (now.getTime() - failures.latest.getTime()) / 1000;
  // A latest failure in the future is a clock that was set back; it lengthens nothing.
  return Math.ceil(Math.min(whole, Math.max(0, whole - passed)));
}

/** What somebody is told who has to wait. The same whether or not there is such an account. */
export const SIGN_IN_REFUSALS = {
  SIGN_IN_TOO_OFTEN: {
    when: 'Too many attempts failed lately, of this account or from this network; this one was not looked at.',
    field: null,
    mender: 'SENDER',
    message: (seconds: number) => ({
      id: `Terlalu banyak percobaan masuk yang gagal. Coba lagi dalam ${inMinutes(seconds, 'menit', 'detik')}.`,
      en: `Too many attempts to sign in have failed. Try again in ${inMinutes(seconds, 'min', 's')}.`,
    }),
  },
} as const satisfies Record<string, RefusalRow>;

export type SignInRefusalCode = keyof typeof SIGN_IN_REFUSALS;

/** `2 menit`, `45 detik`: minutes are rounded up, so that whoever comes back then is not sent away again. */
function inMinutes(seconds: number, minutes: string, ofMinute: string): string {
  return seconds >= 60 ? `${Math.ceil(seconds / 60)} ${minutes}` : `${seconds} ${ofMinute}`;
}
