import { SIGN_IN_REFUSALS } from '../../domain/access/lockout.js';
import { refused, type Refused } from '../../domain/outcome.js';

/** Somebody has to wait this many seconds before the next attempt is looked at. */
export function tooOften(seconds: number): Refused<'SIGN_IN_TOO_OFTEN'> {
  const { SIGN_IN_TOO_OFTEN: row } = SIGN_IN_REFUSALS;
  return refused('SIGN_IN_TOO_OFTEN', { ...row, message: row.message(seconds) });
}
