import { randomUUID } from 'node:crypto';
import { databaseSource, inOneMoment } from '../audit-verify/database-source.js';
import { verifyChain } from '../audit-verify/verify-chain.js';
import { eraseWords } from '../features/observations/erase-words.js';
import { logObservation } from '../features/observations/log-observation.js';
import { COMMAND_LINE } from '../platform/auth/actor.js';
import { sqlOf } from '../platform/database/sql.js';
import { composeSmallOffice, NIPS, NOON, REGION, type SmallOffice } from '../testing/small-office.js';
import { disarm } from '../testing/tamperings.js';
import { prepareDatabase } from './prepare-database.js';

describe('a history from before the audit chain', () => {
  let office: SmallOffice;
  let employeeId: string;
  let indicatorId: string;

  beforeAll(async () => {
    office = await composeSmallOffice();
    employeeId = (await rows(`select id from employee where nip = '${NIPS.sari}'`))[0].id;
    indicatorId = (await rows(`select id from indicator where code = 'ADM-03'`))[0].id;
    for (const note of ['dari loket', null, 'baris\nkedua, “dikutip”']) await log(note);
    await office.orm.migrator.down({ to: 'Migration20261125090000_sign_in_failures' });
  });
  afterAll(async () => {
    await office?.close();
  });

  const rows = async (text: string) => (await office.database.client.query(text)).rows;
  const look = () => verifyChain(databaseSource(office.database.client, REGION));
  const verify = () => inOneMoment(office.database.client, look);

  async function log(note: string | null): Promise<void> {
    const input = {
      ...{ employeeId, indicatorId, value: '12.5', observedAt: NOON, note },
      ...{ observerId: null, behaviour: null },
    };
    const command = { actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input };
    const done = await office.unitOfWork.run({ ...command, verb: 'logObservation' }, (tx) =>
      logObservation(tx, COMMAND_LINE, input),
    );
    expect(done.ok).toBe(true);
  }

  it('is taken into the chain by its first entry, once, by however many processes', async () => {
    expect(await rows(`select 1 from information_schema.tables where table_name = 'audit_entry'`)).toEqual(
      [],
    );
    await Promise.all([prepareDatabase(office.orm), prepareDatabase(office.orm)]);
    await prepareDatabase(office.orm);
    const entries = await rows('select action, record_count, first_offset from audit_entry');
    const { findings, counts } = await verify();
    expect(findings).toEqual([]);
    // The first policy in two halves, where people serve, and what was planned for them.
    expect(counts.evidence).toBeGreaterThan(10);
    expect(entries).toEqual([
      { action: 'adoptHistory', record_count: 3 + counts.evidence, first_offset: '1' },
    ]);
    expect(counts).toMatchObject({ entries: 1, observations: 3, erasedWords: 0 });
    expect(counts.changes).toBeGreaterThan(3);
  });

  it('goes on as a chain of commands', async () => {
    await log('sesudahnya');
    const { findings, counts } = await verify();
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ entries: 2, observations: 4 });
  });

  it('is seen to be altered from then on', async () => {
    const { client } = office.database;
    for (const statement of [
      `update observation set value = 13 where id = (select min(id::text)::uuid from observation)`,
      `update change_log set recorded_at = recorded_at - interval '1 day' where log_offset = 2`,
      `delete from observation where id = (select min(id::text)::uuid from observation)`,
      `update scoring_policy set signed_by = 'somebody'`,
    ]) {
      await client.query('begin');
      await disarm(client);
      expect((await client.query(statement)).rowCount).toBe(1);
      const { found } = await look();
      await client.query('rollback');
      expect(found).toBeGreaterThan(0);
    }
  });

  it('lets its words be erased', async () => {
    expect(await eraseWords(sqlOf(office.orm.em.fork()), REGION, employeeId)).toBe(3);
    const { findings, counts } = await verify();
    expect(findings).toEqual([]);
    expect(counts.erasedWords).toBe(3);
  });

  it('is not taken in again where the chain has begun', async () => {
    const empty = await composeSmallOffice();
    try {
      const before = (await empty.database.client.query('select count(*) from audit_entry')).rows;
      await prepareDatabase(empty.orm);
      expect((await empty.database.client.query('select count(*) from audit_entry')).rows).toEqual(before);
    } finally {
      await empty.close();
    }
  });
});
