import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { databaseSource } from '../../audit-verify/database-source.js';
import { verifyChain } from '../../audit-verify/verify-chain.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { COMMAND_LINE } from '../../platform/auth/actor.js';
import { AS_SYSTEM } from '../../platform/database/orm.js';
import { sqlOf } from '../../platform/database/sql.js';
import { composeSmallOffice, NIPS, NOON, REGION, type SmallOffice } from '../../testing/small-office.js';
import { signIn } from '../../testing/sign-in.js';
import { logObservation } from '../observations/log-observation.js';
import { erasePerson } from './erase-person.js';

let office: SmallOffice;
let sari: string;
let budi: string;
let accountId: string;

beforeAll(async () => {
  office = await composeSmallOffice();
  const idOf = async (nip: string) =>
    (await office.database.client.query('select id from employee where nip = $1', [nip])).rows[0].id;
  [sari, budi] = [await idOf(NIPS.sari), await idOf(NIPS.budi)];
  ({ accountId } = await signIn(office, REGION, { employeeId: sari, roles: [{ role: 'OBSERVER' }] }));
  const indicatorId = (await office.database.client.query(`select id from indicator where code = 'ADM-03'`))
    .rows[0].id;
  for (const employeeId of [sari, budi]) {
    const input = {
      employeeId,
      indicatorId,
      value: '14',
      observedAt: new Date('2026-11-24T04:00:00Z'),
      note: 'Terlambat karena anaknya sakit.',
      observerId: null,
      behaviour: null,
    };
    await office.unitOfWork.run(
      { verb: 'logObservation', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
      (tx) => logObservation(tx, COMMAND_LINE, input),
    );
  }
  const looks = [[sari], [sari, budi], [budi]];
  for (const people of looks) await tell('read', randomUUID(), people);
  await tell('signIn', accountId, []);
  await tell('read', accountId, [budi]);
});
afterAll(() => office?.close());

const tell = (action: string, actorId: string, people: readonly string[]) =>
  appendAudit(sqlOf(office.orm.em.fork()), REGION, {
    at: NOON,
    actor: { kind: 'PERSON', id: actorId },
    action,
    outcome: 'DONE',
    detail: {
      told: { network: '10.0.0.1' },
      subjects: people.map((employeeId) => ({ employeeId, fields: ['NIP'] })),
    },
  });
const erase = (employeeId: string) =>
  office.orm.em.fork().transactional((em) => erasePerson(sqlOf(em), REGION, employeeId, NOON));

async function verify() {
  const client = new Client({ connectionString: office.database.url, options: AS_SYSTEM });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await verifyChain(databaseSource(client, REGION));
  } finally {
    await client.end();
  }
}

it('only somebody who has left is erased', async () => {
  expect(await erase(sari)).toBe('EMPLOYEE_ACTIVE');
  expect(await erase(randomUUID())).toBe('EMPLOYEE_UNKNOWN');
});

it('erases what may be, keeps what others may know and what the law keeps, and the chain verifies', async () => {
  const { client } = office.database;
  await client.query('update employee set active = false where id = $1', [sari]);
  const before = await client.query('select * from employee_score order by employee_id');
  expect((await verify()).findings).toEqual([]);
  expect(await erase(sari)).toMatchObject({ auditDetails: 2, observations: 1, accounts: 1, sessions: 1 });
  const { findings, counts } = await verify();
  expect(findings).toEqual([]);
  expect(counts).toMatchObject({ erasedDetails: 2, erasedWords: 1 });

  const { rows } = await client.query('select employee_id, note from observation order by employee_id');
  expect(rows.find(({ employee_id }) => employee_id === sari).note).toBeNull();
  expect(rows.find(({ employee_id }) => employee_id === budi).note).not.toBeNull();
  expect((await client.query('select * from employee_score order by employee_id')).rows).toEqual(before.rows);
  expect(
    (await client.query('select login, name, state from account where id = $1', [accountId])).rows,
  ).toEqual([{ login: `erased.${accountId}`, name: '(dihapus · erased)', state: 'LOCKED' }]);
  expect(
    (await client.query('select 1 from role_grant where account_id = $1 and revoked_at is null', [accountId]))
      .rows,
  ).toEqual([]);
  // Budi still sees all three looks at him, also the one with her and the one by her.
  expect(
    (await client.query('select 1 from audit_subject where employee_id = $1', [budi])).rows,
  ).toHaveLength(3);
  expect(await erase(sari)).toMatchObject({ auditDetails: 0, observations: 0, sessions: 0 });
  expect((await verify()).findings).toEqual([]);
});
