import { createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';

/** Accounts that one browser is known to, such as a tablet that a team shares. The oldest makes room. */
const MOST_ACCOUNTS = 8;
const MARK_BYTES = 16;

/** A browser's own random part, a point, and one mark for each account, newest first. */
const VALUE = /^([A-Za-z0-9_-]{22})\.((?:[A-Za-z0-9_-]{22}){1,8})$/;

/** The account that a browser may be known to. */
export interface BrowserAccount {
  readonly regionCode: string;
  /** The login name as `readLoginName` gives it: what is there before anybody knows whether there is such an account. */
  readonly loginName: string;
}

/**
 * The value of the cookie by which a browser is known to an account after it signed in there: what it had, and a mark
 * more. It lets nobody in: it only says by which count failures are counted. `key` is that of the purpose 'rate'.
 */
export function rememberBrowser(key: KeyObject, value: string | undefined, account: BrowserAccount): string {
  const kept = readValue(value);
  const browser = kept?.browser ?? randomBytes(MARK_BYTES).toString('base64url');
  const mark = markOf(key, browser, account);
  const others = (kept?.marks ?? []).filter((one) => one !== mark);
  return `${browser}.${[mark, ...others].slice(0, MOST_ACCOUNTS).join('')}`;
}

/** What names the browser where it is known to this account; null where it is not, whatever the cookie holds. */
export function knownBrowser(
  key: KeyObject,
  value: string | undefined,
  account: BrowserAccount,
): string | null {
  const kept = readValue(value);
  if (kept === null) return null;
  const mark = Buffer.from(markOf(key, kept.browser, account));
  const known = kept.marks.some((one) => timingSafeEqual(Buffer.from(one), mark));
  return known ? kept.browser : null;
}

function readValue(value: string | undefined): { browser: string; marks: string[] } | null {
  const match = value === undefined || value.length > 512 ? null : VALUE.exec(value);
  return match === null ? null : { browser: match[1]!, marks: match[2]!.match(/.{22}/g)! };
}

/** Keyed, so that nobody marks a browser for another's account, and no login name can be read from the cookie. */
function markOf(key: KeyObject, browser: string, { regionCode, loginName }: BrowserAccount): string {
  const mac = createHmac('sha256', key).update(
    JSON.stringify(['known-browser', browser, regionCode, loginName]),
  );
  return mac.digest().subarray(0, MARK_BYTES).toString('base64url');
}
