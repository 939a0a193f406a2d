import { AMOUNT_REFUSALS, readAmount, type Amount } from '../amount.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

export const POLICY_DECIMAL_REFUSALS = {
  POLICY_NOT_DECIMAL: { ...AMOUNT_REFUSALS.NOT_A_DECIMAL, mender: 'POLICY_OWNER' },
  POLICY_TOO_MANY_DIGITS: { ...AMOUNT_REFUSALS.TOO_MANY_DIGITS, mender: 'POLICY_OWNER' },
} as const satisfies Record<string, RefusalRow>;

/** Reads one decimal of a policy; `field` is its path: 'bands.above'. */
export function readPolicyDecimal(
  field: string,
  text: string,
): Outcome<Amount, keyof typeof POLICY_DECIMAL_REFUSALS> {
  const read = readAmount(text);
  if (read.ok) return ok(read.value);
  const code = read.refusal.code === 'NOT_A_DECIMAL' ? 'POLICY_NOT_DECIMAL' : 'POLICY_TOO_MANY_DIGITS';
  return refused(code, {
    field,
    message: read.refusal.message,
    mender: POLICY_DECIMAL_REFUSALS[code].mender,
  });
}
