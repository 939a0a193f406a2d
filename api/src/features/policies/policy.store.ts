import type { EntityManager } from '@mikro-orm/postgresql';
import { isPolicyVersion } from '../../domain/scoring/policy-version.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import { readPolicy, type PolicyInput } from '../../domain/scoring/read-policy.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import { BEFORE_THE_CHAIN, type RecordLine, type Trail } from '../../platform/audit/trail.js';
import { rememberedIn } from '../../platform/database/remembered.js';
import { sqlOf } from '../../platform/database/sql.js';
import { PolicyEntity, type PolicyRow } from './policy.entity.js';

/** What other rooms may ask about scoring policies. Every answer is of one region. */
export interface PolicyStore {
  /**
   * The policy of each period: of those signed by `knownAt` (null: by now) the one that came into effect last before
   * the period began, of several from one day the one signed last.
   */
  ofPeriods(periodCodes: readonly string[], knownAt?: Date | null): Promise<Map<string, ScoringPolicy>>;
  /** The numbers of a version that is signed; they never change. */
  numbersOf(version: string): Promise<ScoringPolicy | null>;
  get(version: string): Promise<PolicyRow | null>;
  /** Newest first. */
  page(limit: number): Promise<PolicyRow[]>;
  /** The versions of a year. */
  versionsOf(year: string): Promise<string[]>;
  /** The latest effective day of all that are signed; null in a region without any. */
  latestEffectiveDay(): Promise<string | null>;
  /** Keeps everybody else from adding, signing or dropping policies until the transaction ends. */
  lock(): Promise<void>;
  /** Adds it, where the region has none of this version; false where it has. */
  add(policy: Omit<PolicyRow, 'regionCode'>): Promise<boolean>;
  sign(version: string, signature: Signature): Promise<void>;
  drop(version: string): Promise<void>;
}

/** From when on a policy holds, and who says so. */
export interface Signature {
  readonly effectiveFrom: string;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface HasPolicies {
  readonly policies: PolicyStore;
}

/**
 * Joins to each `period p` the version `s` that holds for it, of the policies signed by the moment that `knownAt` writes.
 */
export const POLICY_OF_PERIOD = (knownAt: string): string => `cross join lateral (
           select version from scoring_policy s
           where s.region_code = p.region_code and s.state = 'SIGNED' and s.effective_from <= p.starts_on
             and (${knownAt} is null or s.signed_at <= ${knownAt} or s.effective_from = '0001-01-01')
           order by s.effective_from desc, s.signed_at desc limit 1
         ) s`;

/** The policies of each database by region and version: they never change, so a process reads them once. */
const knownIn = new WeakMap<object, Map<string, ScoringPolicy>>();
const KNOWN_AT_MOST = 1_000;

export function createPolicyStore(em: EntityManager, regionCode: string, trail: Trail): PolicyStore {
  const sql = sqlOf(em);
  const remembered = rememberedIn(em);
  const known = knownIn.get(em.getDriver()) ?? new Map<string, ScoringPolicy>();
  knownIn.set(em.getDriver(), known);
  const plain = { disableIdentityMap: true } as const;

  async function byVersions(versions: readonly string[]): Promise<Map<string, ScoringPolicy>> {
    const policies = new Map<string, ScoringPolicy>();
    for (const version of versions) {
      const earlier = known.get(`${regionCode} ${version}`);
      if (earlier !== undefined) policies.set(version, earlier);
    }
    const missing = versions.filter((version) => !policies.has(version));
    if (missing.length === 0) return policies;
    const rows = await sql.rows<{ version: string; numbers: PolicyInput }>(
      'select version, numbers from scoring_policy where region_code = $1 and version = any($2::text[])',
      [regionCode, missing],
    );
    if (known.size > KNOWN_AT_MOST) known.clear();
    for (const row of rows) {
      const policy = storedPolicy(row);
      policies.set(row.version, policy);
      known.set(`${regionCode} ${row.version}`, policy);
    }
    return policies;
  }

  async function policiesOf(
    periodCodes: readonly string[],
    knownAt: Date | null,
  ): Promise<Map<string, ScoringPolicy>> {
    const rows = await sql.prepared<{ code: string; version: string }>(
      `select p.code, s.version
       from period p
       ${POLICY_OF_PERIOD('$3::timestamptz')}
       where p.region_code = $1 and p.code = any($2::text[])`,
      [regionCode, periodCodes, knownAt],
    );
    const policies = await byVersions([...new Set(rows.map(({ version }) => version))]);
    return new Map(rows.map(({ code, version }) => [code, policies.get(version)!]));
  }

  return {
    ofPeriods(periodCodes, knownAt = null) {
      const question = `${regionCode} ${periodCodes.join(' ')} ${knownAt?.toISOString() ?? ''}`;
      return remembered.of('policies', question, () => policiesOf(periodCodes, knownAt));
    },
    numbersOf: async (version) => (await byVersions([version])).get(version) ?? null,
    get: async (version) =>
      isPolicyVersion(version) ? em.findOne(PolicyEntity, { regionCode, version }, plain) : null,
    page: (limit) =>
      em.find(
        PolicyEntity,
        { regionCode },
        { ...plain, orderBy: { createdAt: 'desc', version: 'desc' }, limit },
      ),
    async versionsOf(year) {
      const rows = await sql.rows<{ version: string }>(
        `select version from scoring_policy where region_code = $1 and version like $2 || '-%'`,
        [regionCode, year],
      );
      return rows.map(({ version }) => version);
    },
    async latestEffectiveDay() {
      const rows = await sql.rows<{ day: string | null }>(
        `select max(effective_from)::text as day from scoring_policy where region_code = $1 and state = 'SIGNED'`,
        [regionCode],
      );
      return rows[0]?.day ?? null;
    },
    async lock() {
      await sql.rows('select 1 from region where region_code = $1 for no key update', [regionCode]);
    },
    async add(policy) {
      const rows = await sql.rows(
        `insert into scoring_policy (region_code, version, state, based_on, numbers, note, created_at, created_by,
           effective_from, signed_at, signed_by, signing_note, recorded_in, decided_in)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing
         returning 1`,
        [
          regionCode,
          policy.version,
          policy.state,
          policy.basedOn,
          JSON.stringify(policy.numbers),
          policy.note,
          policy.createdAt,
          policy.createdBy,
          policy.effectiveFrom,
          policy.signedAt,
          policy.signedBy,
          policy.signingNote,
          trail.id,
          policy.state === 'DRAFT' ? BEFORE_THE_CHAIN : trail.id,
        ],
      );
      if (rows.length === 0) return false;
      trail.cover([
        policyLine(policy),
        ...(policy.state === 'DRAFT'
          ? []
          : [decisionLine(policy, policy.signedAt && micros(policy.signedAt))]),
      ]);
      return true;
    },
    async sign(version, { effectiveFrom, note, by, at }) {
      remembered.forget('policies');
      // Later than every signature before it, whatever the clocks of two processes say: of two policies from one day
      // the one signed last holds.
      const rows = await sql.rows<{ at: string }>(
        `update scoring_policy set state = 'SIGNED', effective_from = $3, signed_by = $4, signing_note = $6, decided_in = $7,
           signed_at = (select greatest($5, max(signed_at) + interval '1 millisecond') from scoring_policy
             where region_code = $1)
         where region_code = $1 and version = $2
         returning (extract(epoch from signed_at) * 1000000)::bigint::text as at`,
        [regionCode, version, effectiveFrom, by, at, note, trail.id],
      );
      const signed = { version, state: 'SIGNED', effectiveFrom, signedBy: by, signingNote: note } as const;
      trail.cover(rows.map((row) => decisionLine(signed, row.at)));
    },
    async drop(version) {
      const rows = await sql.rows(
        `update scoring_policy set state = 'DROPPED', decided_in = $3 where region_code = $1 and version = $2 returning 1`,
        [regionCode, version, trail.id],
      );
      const dropped = {
        version,
        state: 'DROPPED',
        effectiveFrom: null,
        signedBy: null,
        signingNote: null,
      } as const;
      trail.cover(rows.map(() => decisionLine(dropped, null)));
    },
  };
}

/** What never changes of a policy, as the audit entry of whoever drafted it covers it. */
function policyLine(row: Omit<PolicyRow, 'regionCode'>): RecordLine {
  return evidenceLine('scoring_policy', row.version, [
    ...[row.basedOn ?? null, row.numbers, row.note, micros(row.createdAt), row.createdBy],
  ]);
}

/** What was decided on a policy, once, as the audit entry of whoever decided covers it; `at` in microseconds. */
function decisionLine(
  row: Pick<PolicyRow, 'version' | 'state' | 'effectiveFrom' | 'signedBy' | 'signingNote'>,
  at: string | null | undefined,
): RecordLine {
  return evidenceLine('scoring_policy_decided', row.version, [
    ...[row.state, row.effectiveFrom ?? null, at ?? null, row.signedBy ?? null, row.signingNote ?? null],
  ]);
}

/**
 * The policy that a row holds.
 * @throws Error where the row is none that was ever accepted
 */
export function storedPolicy({ version, numbers }: Pick<PolicyRow, 'version' | 'numbers'>): ScoringPolicy {
  const read = readPolicy(version, numbers);
  if (!read.ok) throw new Error(`the policy ${version} in the database: ${read.refusal.code}`);
  return read.value;
}
