import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { correctObservation } from '../features/observations/correct-observation.js';
import { eraseWords } from '../features/observations/erase-words.js';
import { logObservation } from '../features/observations/log-observation.js';
import { withdrawObservation } from '../features/observations/withdraw-observation.js';
import { appendAudit } from '../platform/audit/append-audit.js';
import { checkpointKey, takeCheckpoint } from '../platform/audit/checkpoint.js';
import { eraseDetails } from '../platform/audit/erase-details.js';
import { startCheckpoints } from '../platform/audit/start-checkpoints.js';
import { COMMAND_LINE } from '../platform/auth/actor.js';
import { sqlOf } from '../platform/database/sql.js';
import { createLogger } from '../platform/logger.js';
import {
  composeSmallOffice,
  importTexts,
  NIPS,
  NOON,
  REGION,
  type SmallOffice,
} from '../testing/small-office.js';
import { writeEvidence } from '../testing/evidence-history.js';
import { disarm, randomFrom, TAMPERINGS } from '../testing/tamperings.js';
import { databaseSource, inOneMoment } from './database-source.js';
import type { Verification } from './findings.js';
import { exportChain, folderSource } from './folder-source.js';
import { readCheckpoints, readPublicKey, type SeenCheckpoint } from './read-checkpoints.js';
import { readRequest, runVerifier } from './run-verifier.js';
import { verifyChain } from './verify-chain.js';

/** How many tamperings, each way at least once; `npm run audit:tamper` asks for more. */
const TAMPERED = Number(process.env['PANTAU_TAMPERINGS'] ?? Object.keys(TAMPERINGS).length);
const SEED = Number(process.env['PANTAU_TAMPER_SEED'] ?? 20_261_125);
const LOOKS = Number(process.env['PANTAU_TAMPER_LOOKS'] ?? 600);
const KEY = checkpointKey(Buffer.alloc(32, 7));

describe('the verifier of the audit chain', () => {
  let office: SmallOffice;
  let client: Client;
  let employees: string[];
  let checkpointLine: string;
  let checkpoints: SeenCheckpoint[];

  const walk = (seen: readonly SeenCheckpoint[] = checkpoints) =>
    verifyChain(databaseSource(client, REGION), seen);
  const verify = (seen?: readonly SeenCheckpoint[]) => inOneMoment(client, () => walk(seen));

  /** Does something to a database that is disarmed, looks, and undoes it. */
  async function looking(tamper: () => Promise<unknown>): Promise<Verification> {
    await client.query('begin');
    try {
      expect(await tamper()).toBeGreaterThan(0);
      return await walk();
    } finally {
      await client.query('rollback');
    }
  }

  beforeAll(async () => {
    let now = NOON.getTime();
    office = await composeSmallOffice(() => new Date((now += 1_000)));
    ({ client } = office.database);
    employees = (await client.query('select id from employee order by nip')).rows.map(({ id }) => id);
    await writeHistory();
    await writeEvidence(office);
    const checkpoint = await takeCheckpoint(sqlOf(office.orm.em.fork()), REGION, KEY, NOON);
    checkpointLine = JSON.stringify(checkpoint);
    ({ checkpoints } = readCheckpoints(checkpointLine, REGION, [readPublicKey(KEY.publicPem)]));
  });
  afterAll(async () => {
    await office?.close();
  });

  /** What an office does: observations one by one and in files, corrections, withdrawals, looks and denials. */
  async function writeHistory(): Promise<void> {
    const { rows } = await client.query(`select id from indicator where code = 'ADM-03'`);
    const indicatorId = rows[0].id as string;
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) {
      const input = {
        ...{ employeeId: employees[n % employees.length]!, indicatorId, value: String(5 + (n % 40)) },
        ...{ observedAt: NOON, note: n % 2 === 0 ? `catatan ke-${n} · “cepat”` : null },
        ...{ observerId: null, behaviour: null },
      };
      const command = {
        ...({ verb: 'logObservation', actor: COMMAND_LINE } as const),
        ...{ regionCode: REGION, key: randomUUID(), input },
      };
      const done = await office.unitOfWork.run(command, (tx) => logObservation(tx, COMMAND_LINE, input));
      if (!done.ok) throw new Error(done.refusal.code);
      ids.push(done.value.observationId);
    }
    for (const [n, observationId] of ids.slice(0, 20).entries()) {
      const reason = 'Salah baca mesin antrean.';
      const input = { observationId, value: '7.25', observedAt: NOON, note: null, reason };
      const command = { actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input };
      const done =
        n % 2 === 0
          ? await office.unitOfWork.run({ ...command, verb: 'correctObservation' }, (tx) =>
              correctObservation(tx, COMMAND_LINE, input),
            )
          : await office.unitOfWork.run({ ...command, verb: 'withdrawObservation' }, (tx) =>
              withdrawObservation(tx, COMMAND_LINE, { observationId, reason }),
            );
      if (!done.ok) throw new Error(done.refusal.code);
    }
    const lines = Array.from(
      { length: 300 },
      (_, n) =>
        `k${n},${Object.values(NIPS)[n % 4]},ADM-01,${60 + (n % 40)},2026-11-2${n % 4},${n % 5 === 0 ? 'loket 3' : ''}`,
    );
    const header = 'key,nip,indicator,value,observed_at,note';
    const { findings } = await importTexts(office, { observations: `${header}\n${lines.join('\n')}\n` });
    expect(findings).toEqual([]);
    const sql = sqlOf(office.orm.em.fork());
    for (let n = 0; n < LOOKS; n += 25) {
      await Promise.all(Array.from({ length: 25 }, (_, k) => appendAudit(sql, REGION, lookOf(n + k))));
    }
  }

  const lookOf = (n: number) => ({
    at: new Date(NOON.getTime() + n),
    actor: { kind: 'OFFICER', id: `officer-${n % 7}` },
    action: n % 3 === 0 ? 'signIn' : 'readEmployee',
    outcome: n % 11 === 0 ? ('DENIED' as const) : ('DONE' as const),
    detail:
      n % 3 === 0
        ? null
        : {
            told: { reason: `keperluan ${n}`, network: '127.0.0.0/24', tries: n },
            subjects: [{ employeeId: employees[n % employees.length]!, fields: ['name', 'nip'] }],
          },
  });

  it('finds nothing where nothing was touched, and has looked at every row', async () => {
    const { counts, findings, end } = await verify();
    expect(findings).toEqual([]);
    const { rows } = await client.query(`select
      (select count(*)::int from audit_entry) as entries, (select count(*)::int from change_log) as changes,
      (select count(*)::int from audit_detail) as details, (select count(*)::int from audit_subject) as subjects,
      (select count(*)::int from observation) as observations`);
    const {
      rows: [{ evidence }],
    } = await client.query(`select (
      (select count(*) from assignment) + (select count(*) from leave) + (select count(*) from reporting_line)
      + (select count(*) from target_version) + (select count(*) from period_change) + (select count(*) from contest)
      + (select count(*) from ruling) + (select count(*) from confirmation) + (select count(*) from scoring_policy)
      + (select count(*) from scoring_policy where state <> 'DRAFT') + (select count(*) from role_grant)
      + (select count(*) from role_grant where revoked_at is not null) + (select count(*) from correction_request)
      + (select count(*) from correction_request where decision is not null) + (select count(*) from complaint)
      + (select count(*) from complaint where answered_at is not null) + (select count(*) from feedback)
      + (select count(*) from feedback where decided_at is not null))::int as evidence`);
    expect(counts).toEqual({ ...rows[0], evidence, checkpoints: 1, erasedDetails: 0, erasedWords: 0 });
    expect(end.seq).toBe(counts.entries);
    expect(counts.observations).toBeGreaterThan(380);
    expect(counts.evidence).toBeGreaterThan(100);
    expect(counts.entries).toBeGreaterThan(LOOKS);
  });

  it('takes no checkpoint that the key did not sign', () => {
    const keys = [readPublicKey(KEY.publicPem)];
    const other = [readPublicKey(checkpointKey(Buffer.alloc(32, 8)).publicPem)];
    const altered = checkpointLine.replace(/"seq":\d+/, '"seq":1');
    expect(readCheckpoints(checkpointLine, REGION, keys).findings).toEqual([]);
    for (const [text, by] of [
      [altered, keys],
      [checkpointLine, other],
      ['{}', keys],
      ['no JSON', keys],
    ] as const) {
      expect(readCheckpoints(text, REGION, by)).toMatchObject({
        checkpoints: [],
        findings: [{ kind: 'FORGED' }],
      });
    }
  });

  it('verifies an export without a database, and finds what was done to it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pantau-export-'));
    try {
      const there = join(folder, 'chain');
      await inOneMoment(client, () => exportChain(databaseSource(client, REGION), there));
      const whole = await verifyChain(await folderSource(there), checkpoints);
      expect(whole).toEqual(await verify());
      await client.query('begin');
      await disarm(client);
      await client.query(`update observation set value = 1`);
      const tampered = join(folder, 'tampered');
      await exportChain(databaseSource(client, REGION), tampered);
      await client.query('rollback');
      expect((await verifyChain(await folderSource(tampered), checkpoints)).found).toBeGreaterThan(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('sees everything also where row level security holds the owner of the tables', async () => {
    await client.query(`do $$
      declare one record;
      begin
        for one in select oid::regclass as name from pg_class where relrowsecurity
        loop execute format('alter table %s force row level security', one.name); end loop;
      end $$`);
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const request = readRequest(['--region', REGION], say)!;
    expect(await runVerifier(request, office.database.url, say)).toBe(0);
    expect(said.join('\n')).toMatch(/[1-9]\d* bukti lain · other evidence/);
  });

  it('verifies what is left after an erasure, and counts what was erased', async () => {
    const sql = sqlOf(office.orm.em.fork());
    const { rows } = await client.query(`select seq from audit_detail order by seq limit 3`);
    const {
      rows: [{ count }],
    } = await client.query(
      `select count(*)::int from observation where employee_id = $1
      and (note is not null or correction_reason is not null)`,
      [employees[0]],
    );
    expect(
      await eraseDetails(
        sql,
        REGION,
        rows.map(({ seq }) => BigInt(seq)),
      ),
    ).toBe(3);
    expect(await eraseWords(sql, REGION, employees[0]!)).toBe(count);
    const { findings, counts } = await verify();
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ erasedDetails: 3, erasedWords: count });
    expect(count).toBeGreaterThan(0);
    const left = `select count(*)::int from observation where employee_id = $1 and (note <> '' or correction_reason <> '')`;
    expect((await client.query(left, [employees[0]])).rows[0].count).toBe(0);
  });

  it('lets nobody erase words and change the rest with them', async () => {
    await expect(
      client.query(`update observation set note = null, words_salt = null, value = 1 where note is not null`),
    ).rejects.toThrow(/append-only/);
  });

  it('takes a checkpoint of a chain that has grown, and none of one that has not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pantau-checkpoints-'));
    try {
      const sql = sqlOf(office.orm.em.fork());
      const running = startCheckpoints({
        sql,
        key: KEY,
        folder,
        clock: () => NOON,
        logger: createLogger('silent'),
      });
      await running.takeNow();
      await running.takeNow();
      await appendAudit(sql, REGION, lookOf(1));
      await running.stop();
      const text = await readFile(join(folder, `${REGION}.jsonl`), 'utf8');
      expect(text.trimEnd().split('\n')).toHaveLength(2);
      const read = readCheckpoints(text, REGION, [readPublicKey(KEY.publicPem)]);
      expect(read.findings).toEqual([]);
      const seen = await verify(read.checkpoints);
      expect(seen.findings).toEqual([]);
      expect(seen.end.seq).toBe(read.checkpoints.at(-1)!.seq);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  describe('beside a master of the database', () => {
    beforeAll(() => disarm(client));

    it(`finds each of ${TAMPERED} random tamperings by a master of the database`, async () => {
      const random = randomFrom(SEED);
      const names = Object.keys(TAMPERINGS);
      const tally = new Map<string, { done: number; found: number; as: Set<string> }>();
      for (let n = 0; n < TAMPERED; n += 1) {
        const name = names[n % names.length]!;
        const { findings, found } = await looking(() => TAMPERINGS[name]!(client, random));
        const row = tally.get(name) ?? { done: 0, found: 0, as: new Set() };
        row.done += 1;
        if (found > 0) row.found += 1;
        for (const { kind } of findings) row.as.add(kind);
        tally.set(name, row);
      }
      if (process.env['PANTAU_TAMPERINGS'] !== undefined) {
        const lines = [...tally].map(
          ([name, { done, found, as }]) =>
            `${String(found).padStart(5)} of ${String(done).padStart(4)}  ${name}  (${[...as].join(', ')})`,
        );
        process.stdout.write(`seed ${SEED}\n${lines.join('\n')}\n`);
      }
      expect([...tally].filter(([, { done, found }]) => found < done).map(([name]) => name)).toEqual([]);
      expect([...tally.values()].reduce((sum, { done }) => sum + done, 0)).toBe(TAMPERED);
    }, 3_600_000);

    it('needs the checkpoint to see a history that was made to fit, and then does', async () => {
      for (const name of [
        'chain: one entry altered, all hashes after it made anew',
        'chain: end replaced by another that fits',
        'chain: end cut off, with everything and the heads',
      ]) {
        const random = randomFrom(SEED);
        const seen = await looking(() => TAMPERINGS[name]!(client, random));
        expect(seen.findings.map(({ what }) => what)).toEqual(['checkpoint']);
        expect(['REWRITTEN', 'TRUNCATED']).toContain(seen.findings[0]!.kind);
      }
    });

    it('names what was done, and where', async () => {
      const kindOf = async (name: string) =>
        (await looking(() => TAMPERINGS[name]!(client, randomFrom(3)))).findings.map(
          ({ kind, what }) => `${kind} ${what}`,
        );
      expect(await kindOf('entry: actor')).toEqual(['ALTERED entry']);
      expect(await kindOf('entry: two in each other’s place')).toContain('REORDERED entry');
      expect(await kindOf('entry: a second one at one place')).toContain('FORKED entry');
      expect(await kindOf('head: a second one')).toContain('FORKED head');
      expect(await kindOf('change: removed')).toEqual(['REMOVED change']);
      expect(await kindOf('change: added at the end')).toEqual(['INSERTED change']);
      expect(await kindOf('observation: value')).toEqual(['ALTERED observation']);
      expect(await kindOf('observation: inserted into a command')).toEqual(['INSERTED observation']);
      expect(await kindOf('subject: removed')).toEqual(['REMOVED subject']);
      expect(await kindOf('predicate: note')).toEqual(['ALTERED evidence']);
      expect(await kindOf('ruling: removed')).toEqual(['REMOVED observation']);
      expect(await kindOf('grant: withdrawn by nobody')).toEqual(['INSERTED evidence']);
      expect(await kindOf('request: what was asked')).toEqual(['ALTERED evidence']);
    });
  });
});
