import { uuidv7 } from 'uuidv7';
import { openStores } from '../app/stores.js';
import type { Pantau } from '../app/compose.js';
import type { ServiceScope } from '../domain/access/audience.js';
import type { Role } from '../domain/access/role.js';
import { WallDeviceEntity, type WallLevel } from '../features/devices/wall-device.entity.js';
import { ServiceTokenEntity } from '../features/services/service-token.entity.js';
import { makeToken } from '../platform/auth/token.js';
import { createWireClient, type WireClient } from './wire-client.js';

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
    const { accounts, sessions, trail } = openStores(em, regionCode, LONG_AGO);
    await accounts.add({
      regionCode,
      id: accountId,
      // Letters: eighteen digits in a row would look like a NIP, and some UUIDs have them.
      login: `test.${accountId.replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`,
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
    await trail.write({ actor: { kind: 'COMMAND', id: 'test' }, action: 'letIn', outcome: 'DONE' });
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

/** A wall or a service that is let in. */
export interface LetIn {
  readonly id: string;
  /** For `Authorization: Bearer`. */
  readonly token: string;
}

/** Pairs a wall; no units: the whole region. */
export async function pairWall(
  { orm }: Pick<Pantau, 'orm'>,
  regionCode: string,
  {
    unitIds = null,
    level = 'OFFICE',
  }: { readonly unitIds?: string[] | null; readonly level?: WallLevel } = {},
): Promise<LetIn> {
  const id = uuidv7();
  const token = makeToken('DEVICE', regionCode);
  await orm.em.fork().insert(WallDeviceEntity, {
    ...{ regionCode, id, unitIds, level, name: 'Dinding', tokenHash: token.hash },
    ...{ pairedAt: LONG_AGO, pairedBy: 'test', lastSeenAt: null, revokedAt: null, revokedBy: null },
  });
  return { id, token: token.text };
}

/** Gives a token to another program; no units: the whole region. */
export async function letServiceIn(
  { orm }: Pick<Pantau, 'orm'>,
  regionCode: string,
  scopes: ServiceScope[],
  unitIds: string[] | null = null,
): Promise<LetIn> {
  const id = uuidv7();
  const token = makeToken('SERVICE', regionCode);
  await orm.em.fork().insert(ServiceTokenEntity, {
    ...{ regionCode, id, unitIds, scopes, name: 'BKPSDM', tokenHash: token.hash, quotaPerHour: 10_000 },
    ...{
      createdAt: LONG_AGO,
      createdBy: 'test',
      expiresAt: NEVER,
      lastUsedAt: null,
      revokedAt: null,
      revokedBy: null,
    },
  });
  return { id, token: token.text };
}

/** The headers by which a request says whose it is. */
export function bearer({ token }: { readonly token: string }): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** A client that speaks as somebody. */
export function wireClientOf(
  { address }: { readonly address: string },
  { token }: { readonly token: string },
): WireClient {
  return createWireClient(address, token);
}
