import 'reflect-metadata';
import { PURPOSES } from '../domain/privacy/purposes.js';
import { endRecordsOnce } from '../features/privacy/end-records-once.js';
import { readConfig } from '../platform/config.js';
import { systemClock } from '../platform/clock.js';
import { createOrm } from '../platform/database/orm.js';
import { entities } from './entities.js';
import { joinDatabase } from './open-database.js';

/** `npm run retention`: takes away what is over by the register of purposes, also beside a running Pantau. */
const say = (line: string) => void process.stdout.write(`${line}\n`);
const database = await joinDatabase(readConfig(process.env), say);
const orm = createOrm({ url: database.url, entities, statementTimeoutMs: 0 });
try {
  await orm.connect();
  const ended = await endRecordsOnce(orm, systemClock);
  if (ended === null) say('Sedang dikerjakan proses lain · Another process is at it just now');
  for (const [kind, count] of Object.entries(ended ?? {})) {
    const { id, en } = PURPOSES[kind]!.title;
    say(`${String(count).padStart(8)}  ${id} · ${en}`);
  }
} finally {
  await orm.close();
  await database.stop();
}
