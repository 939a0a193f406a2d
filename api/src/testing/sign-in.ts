import { uuidv7 } from 'uuidv7';
import { openStores } from '../app/stores.js';
import type { Pantau } from '../app/compose.js';
import type { Role } from '../domain/access/role.js';
import { makeToken } from '../platform/auth/token.js';

/** Somebody with an account and a session. */
export interface SignedIn {
  readonly accountId: string;
  /** For `Authorization: Bearer`. */
  readonly token: string;
}

/** A role, with the unit that it is for; no unit: the whole region. */
export interface RoleIn {
  readonly role: Role;
  readonly unitId?: string;
}

const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const NEVER = new Date('2200-01-01T00:00:00Z');

/** Makes an account with these roles and signs it in, as if it had always been there. */
export async function signIn(
  { orm }: Pick<Pantau, 'orm'>,
  regionCode: string,
  options: { readonly employeeId?: string | null; readonly roles?: readonly RoleIn[] } = {},
): Promise<SignedIn> {
  const { employeeId = null, roles = [] } = options;
  const accountId = uuidv7();
  const token = makeToken('SESSION', regionCode);
  await orm.em.fork().transactional(async (em) => {
    const { accounts, sessions } = openStores(em, regionCode, LONG_AGO);
    await accounts.add({
      regionCode,
      id: accountId,
      login: `test.${accountId}`,
      name: 'Penguji',
      employeeId,
      state: 'ACTIVE',
      demo: false,
      passwordHash: null,
      secondFactor: null,
      secondFactorOn: false,
      secondFactorStep: null,
      oidcIssuer: null,
      oidcSubject: null,
      createdAt: LONG_AGO,
      createdBy: 'test',
    });
    for (const { role, unitId = null } of roles) {
      await accounts.grant({ id: uuidv7(), accountId, role, unitId, at: LONG_AGO, by: 'test' });
    }
    await sessions.add({
      regionCode,
      id: uuidv7(),
      tokenHash: token.hash,
      accountId,
      secondFactor: true,
      createdAt: LONG_AGO,
      expiresAt: NEVER,
      lastSeenAt: LONG_AGO,
    });
    await sessions.rightsMoved();
  });
  return { accountId, token: token.text };
}

/** Somebody who may see and do everything that a role gives, in the whole region. */
export function signInChief(pantau: Pick<Pantau, 'orm'>, regionCode: string): Promise<SignedIn> {
  const roles = (['OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR'] as const).map(
    (role) => ({ role }),
  );
  return signIn(pantau, regionCode, { roles });
}
