import { uuidv7 } from 'uuidv7';
import { needsSecondFactor } from '../../domain/access/second-factor.js';
import { sessionHours } from '../../domain/access/session-hours.js';
import { makeToken, type MadeToken } from '../../platform/auth/token.js';
import type { HasClock } from '../../platform/clock.js';
import type { AccountRow } from './account.entity.js';
import type { HasAccounts } from './account.store.js';
import type { HasSessions } from './session.store.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';

/** A session just opened; its token is handed over once. */
export interface OpenedSession {
  readonly account: AccountRow;
  readonly token: MadeToken;
  readonly expiresAt: Date;
}

const HOUR_MS = 3_600_000;

/** Opens a session for somebody who has proven who they are. `how` says by what, for the audit. */
export async function openSession(
  tx: HasAccounts & HasSessions & HasTrail & HasClock,
  account: AccountRow,
  proven: { readonly secondFactor: boolean; readonly how: 'PASSWORD' | 'SIGN_ON' },
): Promise<OpenedSession> {
  const { now, regionCode } = tx;
  const roles = (await tx.accounts.grantsOf([account.id])).map(({ role }) => role);
  const expiresAt = new Date(now.getTime() + sessionHours(roles) * HOUR_MS);
  const token = makeToken('SESSION', regionCode);
  await tx.sessions.add({
    regionCode,
    id: uuidv7(),
    tokenHash: token.hash,
    accountId: account.id,
    secondFactor: proven.secondFactor,
    createdAt: now,
    expiresAt,
    lastSeenAt: now,
  });
  await tx.trail.write({
    actor: { kind: 'PERSON', id: account.id },
    action: 'signIn',
    outcome: 'DONE',
    told: { how: proven.how, secondFactor: proven.secondFactor },
  });
  return { account, token, expiresAt };
}

/** Whether somebody's roles ask for a second factor that is not set up yet. */
export async function isSecondFactorDue(tx: HasAccounts, account: AccountRow): Promise<boolean> {
  if (account.secondFactorOn || account.demo) return false;
  return needsSecondFactor((await tx.accounts.grantsOf([account.id])).map(({ role }) => role));
}
