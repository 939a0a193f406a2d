import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { erasePerson, type NotErased } from '../features/privacy/erase-person.js';
import { systemClock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { createOrm } from '../platform/database/orm.js';
import { sqlOf } from '../platform/database/sql.js';
import { entities } from './entities.js';
import { joinDatabase } from './open-database.js';

/** `npm run erase -- --region 35.78 --employee ID`: erases what may be erased of somebody who has left. */
const USAGE = 'npm run erase -- --region 35.78 --employee ID';
const TOLD: Readonly<Record<NotErased, string>> = {
  EMPLOYEE_UNKNOWN: 'Pegawai ini tidak ada di wilayah itu · Nobody in that region has this id',
  EMPLOYEE_ACTIVE:
    'Pegawai ini masih aktif; hanya data pegawai yang sudah berhenti yang dapat dihapus · ' +
    'This employee is in service; only the data of people who have left can be erased',
};
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function run(): Promise<number> {
  const { region, employee } = parseArgs({
    options: { region: { type: 'string' }, employee: { type: 'string' } },
  }).values;
  if (region === undefined || employee === undefined || !UUID.test(employee)) {
    say(USAGE);
    return 1;
  }
  const database = await joinDatabase(readConfig(process.env), say);
  const orm = createOrm({ url: database.url, entities, statementTimeoutMs: 0 });
  try {
    await orm.connect();
    const erased = await orm.em
      .fork()
      .transactional((em) => erasePerson(sqlOf(em), region, employee, systemClock()));
    if (typeof erased === 'string') {
      say(TOLD[erased]);
      return 1;
    }
    for (const [what, rows] of Object.entries(erased)) say(`${String(rows).padStart(8)}  ${what}`);
    say('Periksa rantainya · Verify the chain: npm run audit:verify');
    return 0;
  } finally {
    await orm.close();
    await database.stop();
  }
}

process.exitCode = await run();
