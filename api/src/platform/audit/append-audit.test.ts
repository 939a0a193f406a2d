import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { databaseSource, inOneMoment } from '../../audit-verify/database-source.js';
import { verifyChain } from '../../audit-verify/verify-chain.js';
import { logObservation } from '../../features/observations/log-observation.js';
import { signIn } from '../../testing/sign-in.js';
import { composeSmallOffice, NIPS, NOON, REGION, type SmallOffice } from '../../testing/small-office.js';
import { COMMAND_LINE } from '../auth/actor.js';
import { sqlOf } from '../database/sql.js';
import { appendAudit } from './append-audit.js';
import { createAuditStore } from './audit-store.js';

describe('the audit chain', () => {
  let office: SmallOffice;
  let client: Client;
  let employeeId: string;
  let indicatorId: string;

  beforeAll(async () => {
    office = await composeSmallOffice();
    ({ client } = office.database);
    employeeId = (await one(`select id from employee where nip = '${NIPS.sari}'`)).id;
    indicatorId = (await one(`select id from indicator where code = 'ADM-03'`)).id;
  });
  afterAll(async () => {
    await office?.close();
  });

  const one = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows[0];
  const sql = () => sqlOf(office.orm.em.fork());
  const verify = () => inOneMoment(client, () => verifyChain(databaseSource(client, REGION)));
  const entries = async () => Number((await one('select count(*) from audit_entry')).count);

  const log = (key: string, value: string) => {
    const input = {
      ...{ employeeId, indicatorId, value, observedAt: NOON, note: 'dari loket' },
      ...{ observerId: null, behaviour: null },
    };
    return office.unitOfWork.run(
      { verb: 'logObservation', actor: COMMAND_LINE, regionCode: REGION, key, input },
      (tx) => logObservation(tx, COMMAND_LINE, input),
    );
  };

  const look = (n: number) => ({
    at: NOON,
    actor: { kind: 'OFFICER', id: 'officer-1' },
    action: 'readEmployee',
    outcome: 'DONE' as const,
    detail: { told: { reason: `keperluan ${n}` }, subjects: [{ employeeId, fields: ['name', 'nip'] }] },
  });

  it('has no hole and no fork where commands and looks are written at the same time', async () => {
    const before = await entries();
    const looks = Array.from({ length: 40 }, (_, n) => appendAudit(sql(), REGION, look(n)));
    const logs = Array.from({ length: 40 }, (_, n) => log(randomUUID(), String(5 + n)));
    const seqs = await Promise.all(looks);
    for (const done of await Promise.all(logs)) expect(done.ok).toBe(true);
    expect(new Set(seqs).size).toBe(40);
    const { rows } = await client.query<{ seq: string }>('select seq from audit_entry order by seq');
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: before + 80 }, (_, n) => n + 1));
    const { findings, counts } = await verify();
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ entries: before + 80, subjects: 40, observations: 40 });
  });

  it('says who did what, which changes it wrote and how many rows of the record', async () => {
    const done = await log(randomUUID(), '12');
    const entry = await one('select * from audit_entry order by seq desc limit 1');
    expect(entry).toMatchObject({
      ...{
        actor_kind: 'COMMAND',
        actor_id: 'command-line',
        action: 'logObservation',
        outcome: 'DONE',
      },
      ...{ record_count: 1, last_offset: done.ok && done.position.offset.toString() },
    });
    const { first } = await one('select min(log_offset) as first from change_log where recorded_at = $1', [
      NOON,
    ]);
    expect(Number(entry.first_offset)).toBeGreaterThanOrEqual(Number(first));
    expect((await one('select recorded_in from observation order by id desc limit 1')).recorded_in).toBe(
      entry.id,
    );
  });

  it('has no entry for a command that was replayed or refused', async () => {
    const key = randomUUID();
    await log(key, '13');
    const before = await entries();
    expect(await log(key, '13')).toMatchObject({ replayed: true });
    expect(await log(randomUUID(), 'nonsense')).toMatchObject({ ok: false });
    expect(await entries()).toBe(before);
  });

  it('is never rewritten, but lets a detail be erased', async () => {
    await appendAudit(sql(), REGION, look(99));
    for (const statement of [
      'update audit_entry set actor_id = actor_id',
      'delete from audit_entry',
      'truncate audit_entry cascade',
      'truncate audit_detail cascade',
      'update audit_detail set detail = detail',
      'update audit_subject set fields = fields',
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/append-only/);
    }
    const { rowCount } = await client.query('delete from audit_detail');
    const { findings, counts } = await verify();
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ erasedDetails: rowCount, subjects: 0 });
  });

  it('covers evidence that was written beside commands, and rolls back what no entry covers', async () => {
    const grant = { id: randomUUID(), role: 'AUDITOR', unitId: null, at: NOON, by: 'test' } as const;
    const { accountId } = await signIn(office, REGION);
    const give = office.transact(REGION, (tx) => tx.accounts.grant({ ...grant, accountId }));
    await expect(give).rejects.toThrow(/no entry/);
    expect(await one('select 1 from role_grant where id = $1', [grant.id])).toBeUndefined();
    await office.transact(REGION, async (tx) => {
      await tx.accounts.grant({ ...grant, accountId });
      await tx.trail.write({ actor: COMMAND_LINE, action: 'grant', outcome: 'DONE' });
    });
    expect(await one('select record_count from audit_entry order by seq desc limit 1')).toEqual({
      record_count: 1,
    });
    expect((await verify()).findings).toEqual([]);
  });

  it('begins with the entry of whoever opened the region', async () => {
    expect(await one('select action, actor_kind, record_count from audit_entry where seq = 1')).toEqual({
      ...{ action: 'openRegion', actor_kind: 'SYSTEM', record_count: 2 },
    });
  });

  it('does not begin for a region that does not exist', async () => {
    await expect(appendAudit(sql(), '11.01', look(1))).rejects.toThrow(/no audit chain/);
  });

  it('lists entries newest first by page, and who looked at an employee', async () => {
    const audit = createAuditStore(sql(), REGION);
    for (let n = 0; n < 5; n += 1) await appendAudit(sql(), REGION, look(n));
    const everything = { actorId: null, action: null, outcome: null };
    const first = await audit.page(everything, null, 3);
    const second = await audit.page(everything, first.at(-1)!.seq, 3);
    const seqs = [...first, ...second].map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => Number(b - a)));
    expect(new Set(seqs).size).toBe(6);
    expect(first[0]).toEqual(await audit.get(first[0]!.seq));
    const looks = await audit.looksAt(employeeId, null, 4);
    expect(looks).toHaveLength(4);
    expect(looks[0]).toMatchObject({
      ...{ action: 'readEmployee', actorId: 'officer-1', fields: ['name', 'nip'], erased: false, at: NOON },
      detail: { reason: 'keperluan 4' },
    });
    expect(await audit.looksAt(employeeId, looks.at(-1)!.seq, 4)).toHaveLength(1);
    const logged = await audit.page({ ...everything, action: 'logObservation' }, null, 100);
    expect(new Set(logged.map(({ action }) => action))).toEqual(new Set(['logObservation']));
    expect(logged[0]).toMatchObject({ recordCount: 1, offsets: { last: expect.any(BigInt) }, detail: null });
  });
});
