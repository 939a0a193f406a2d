import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '../../domain/access/role.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import type { Trail } from '../../platform/audit/trail.js';
import { sqlOf } from '../../platform/database/sql.js';
import { AccountEntity, type AccountRow, type AccountState } from './account.entity.js';
import { RoleGrantEntity, type RoleGrantRow } from './role-grant.entity.js';

/** What other rooms may ask about those who sign in. Every answer is of one region. */
export interface AccountStore {
  get(id: string): Promise<AccountRow | null>;
  byLogin(login: string): Promise<AccountRow | null>;
  byIds(ids: readonly string[]): Promise<AccountRow[]>;
  /** The account that a person of an organisation's own sign-on is linked to. */
  bySubject(issuer: string, subject: string): Promise<AccountRow | null>;
  ofEmployee(employeeId: string): Promise<AccountRow | null>;
  ofEmployees(employeeIds: readonly string[]): Promise<AccountRow[]>;
  /** In the order of their ids, which is the order in which they were made. */
  page(after: string | null, limit: number): Promise<AccountRow[]>;
  add(account: Omit<AccountRow, 'recoveryHashes'>): Promise<void>;
  /** Changes what somebody signs in with, or whether they may. */
  change(id: string, changes: AccountChanges): Promise<void>;
  /** Takes a step of the second factor, once: false where this one or a later one was used before. */
  useStep(id: string, step: number): Promise<boolean>;
  /** Takes a recovery code, once. */
  useRecovery(id: string, hash: string): Promise<boolean>;
  /** Whether the region has somebody who can let others in. */
  hasAdministrator(): Promise<boolean>;
  /** Two who take each other's rights away at the same time wait for each other. */
  holdAdministrators(): Promise<void>;
  /** Invented people with a password that everybody knows. */
  hasDemo(): Promise<boolean>;
  grantsOf(accountIds: readonly string[]): Promise<RoleGrantRow[]>;
  grant(grant: {
    id: string;
    accountId: string;
    role: Role;
    unitId: string | null;
    at: Date;
    by: string;
  }): Promise<void>;
  /** False where there is no such grant any more. */
  revoke(id: string, at: Date, by: string): Promise<boolean>;
  grantById(id: string): Promise<RoleGrantRow | null>;
}

export interface AccountChanges {
  readonly state?: AccountState;
  readonly passwordHash?: string | null;
  readonly secondFactor?: Buffer | null;
  readonly secondFactorOn?: boolean;
  readonly recoveryHashes?: string[];
  readonly oidcIssuer?: string | null;
  readonly oidcSubject?: string | null;
}

export interface HasAccounts {
  readonly accounts: AccountStore;
}

export function createAccountStore(em: EntityManager, regionCode: string, trail: Trail): AccountStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(AccountEntity, { regionCode, id }, plain),
    byLogin: (login) => em.findOne(AccountEntity, { regionCode, login }, plain),
    byIds: (ids) => em.find(AccountEntity, { regionCode, id: { $in: [...ids] } }, plain),
    bySubject: (oidcIssuer, oidcSubject) =>
      em.findOne(AccountEntity, { regionCode, oidcIssuer, oidcSubject }, plain),
    ofEmployee: (employeeId) => em.findOne(AccountEntity, { regionCode, employeeId }, plain),
    ofEmployees: (employeeIds) =>
      em.find(
        AccountEntity,
        { regionCode, employeeId: { $in: [...employeeIds] } },
        { ...plain, orderBy: { id: 'asc' } },
      ),
    page: (after, limit) =>
      em.find(
        AccountEntity,
        { regionCode, ...(after === null ? {} : { id: { $gt: after } }) },
        {
          ...plain,
          orderBy: { id: 'asc' },
          limit,
        },
      ),
    async add(account) {
      await em.insert(AccountEntity, { ...account, regionCode, recoveryHashes: [] });
    },
    async change(id, changes) {
      await em.nativeUpdate(AccountEntity, { regionCode, id }, changes);
    },
    async useStep(id, step) {
      const rows = await sql.rows(
        `update account set second_factor_step = $3 where region_code = $1 and id = $2
           and coalesce(second_factor_step, 0) < $3 returning id`,
        [regionCode, id, step],
      );
      return rows.length > 0;
    },
    async useRecovery(id, hash) {
      const rows = await sql.rows(
        `update account set recovery_hashes = array_remove(recovery_hashes, $3)
         where region_code = $1 and id = $2 and $3 = any(recovery_hashes) returning id`,
        [regionCode, id, hash],
      );
      return rows.length > 0;
    },
    async hasAdministrator() {
      const rows = await sql.rows(
        `select 1 from role_grant g
         join account a on a.region_code = g.region_code and a.id = g.account_id and a.state <> 'LOCKED'
         where g.region_code = $1 and g.role = 'ADMINISTRATOR' and g.revoked_at is null limit 1`,
        [regionCode],
      );
      return rows.length > 0;
    },
    async holdAdministrators() {
      await sql.rows(`select pg_advisory_xact_lock(hashtextextended('administrators ' || $1, 0))`, [
        regionCode,
      ]);
    },
    async hasDemo() {
      const rows = await sql.rows('select 1 from account where region_code = $1 and demo limit 1', [
        regionCode,
      ]);
      return rows.length > 0;
    },
    grantsOf: (accountIds) =>
      em.find(
        RoleGrantEntity,
        { regionCode, accountId: { $in: [...accountIds] }, revokedAt: null },
        { ...plain, orderBy: { id: 'asc' } },
      ),
    async grant({ at, by, ...grant }) {
      await em.insert(RoleGrantEntity, {
        ...{ ...grant, regionCode, grantedAt: at, grantedBy: by, recordedIn: trail.id },
      });
      const { id, accountId, role, unitId } = grant;
      trail.cover([evidenceLine('role_grant', id, [accountId, role, unitId, micros(at), by])]);
    },
    async revoke(id, at, by) {
      const changed = await em.nativeUpdate(
        RoleGrantEntity,
        { regionCode, id, revokedAt: null },
        { revokedAt: at, revokedBy: by, revokedIn: trail.id },
      );
      if (changed === 0) return false;
      trail.cover([evidenceLine('role_grant_revoked', id, [micros(at), by])]);
      return true;
    },
    grantById: (id) => em.findOne(RoleGrantEntity, { regionCode, id, revokedAt: null }, plain),
  };
}
