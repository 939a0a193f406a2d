import 'reflect-metadata';
import { PURPOSES } from '../domain/privacy/purposes.js';
import { endRecords } from '../features/privacy/end-records.js';
import { readConfig } from '../platform/config.js';
import { systemClock } from '../platform/clock.js';
import { createOrm } from '../platform/database/orm.js';
import { sqlOf } from '../platform/database/sql.js';
import { entities } from './entities.js';
import { joinDatabase } from './open-database.js';

/** `npm run retention`: takes away what is over by the register of purposes, also beside a running Pantau. */
const say = (line: string) => void process.stdout.write(`${line}\n`);
const database = await joinDatabase(readConfig(process.env), say);
const orm = createOrm({ url: database.url, entities, statementTimeoutMs: 0 });
try {
  await orm.connect();
  for (const [kind, count] of Object.entries(await endRecords(sqlOf(orm.em.fork()), systemClock()))) {
    const { id, en } = PURPOSES[kind]!.title;
    say(`${String(count).padStart(8)}  ${id} · ${en}`);
  }
} finally {
  await orm.close();
  await database.stop();
}
