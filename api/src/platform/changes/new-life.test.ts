import { databaseSource, inOneMoment } from '../../audit-verify/database-source.js';
import { verifyChain } from '../../audit-verify/verify-chain.js';
import { entities } from '../../app/entities.js';
import { prepareDatabase } from '../../app/prepare-database.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { openSmallOffice, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createOrm, type MikroORM } from '../database/orm.js';
import { sqlOf } from '../database/sql.js';
import { readHead } from './change-log.js';
import { beginNewLives } from './new-life.js';

describe('a stream of changes', () => {
  let original: TestDatabase;
  let office: RunningPantau;
  let before: { epoch: string; offset: bigint };
  let copy: TestDatabase;
  let orm: MikroORM;

  beforeAll(async () => {
    original = await createTestDatabase();
    office = await startPantau({ databaseUrl: original.url });
    await openSmallOffice(office);
    before = (await readHead(sqlOf(office.orm.em.fork()), REGION))!;
  });
  afterAll(async () => {
    await orm?.close();
    await copy?.drop();
    await office?.close();
    await original?.drop();
  });
  const head = async () => (await readHead(sqlOf(orm.em.fork()), REGION))!;

  it('stays the same one over restarts', async () => {
    await prepareDatabase(office.orm);
    expect(await readHead(sqlOf(office.orm.em.fork()), REGION)).toEqual(before);
  });

  it('begins another life in a copy of the data, once, by however many processes', async () => {
    await office.close();
    copy = await createTestDatabase({ migrated: true, copyOf: original });
    orm = createOrm({ url: copy.url, entities });
    await orm.connect();
    expect((await head()).epoch).toBe(before.epoch);
    await Promise.all([prepareDatabase(orm), prepareDatabase(orm)]);
    const after = await head();
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.offset).toBe(before.offset);
    await prepareDatabase(orm);
    expect(await head()).toEqual(after);
  });

  it('begins another life where somebody says that the data were put back', async () => {
    const { epoch } = await head();
    const regions = await orm.em.fork().transactional((em) => beginNewLives(sqlOf(em), new Date(), true));
    expect(regions).toEqual([REGION]);
    expect((await head()).epoch).not.toBe(epoch);
  });

  it('says so in its audit chain, which stays whole', async () => {
    const { rows } = await copy.client.query(
      `select count(*)::int as n from audit_entry where action = 'newEpoch'`,
    );
    expect(rows).toEqual([{ n: 2 }]);
    const look = () => verifyChain(databaseSource(copy.client, REGION));
    expect((await inOneMoment(copy.client, look)).findings).toEqual([]);
  });
});
