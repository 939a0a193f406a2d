import 'reflect-metadata';
import { beginNewLives } from '../platform/changes/new-life.js';
import { systemClock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { createOrm } from '../platform/database/orm.js';
import { sqlOf } from '../platform/database/sql.js';
import { entities } from './entities.js';
import { joinDatabase } from './open-database.js';
import { prepareDatabase } from './prepare-database.js';

/**
 * `npm run restored`: after a backup was put back in a way that the data do not show, such as a snapshot of the folder.
 * Whatever follows a stream then gets a new picture.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);

const database = await joinDatabase(readConfig(process.env), say);
const orm = createOrm({ url: database.url, entities, statementTimeoutMs: 0 });
try {
  await orm.connect();
  await prepareDatabase(orm);
  const regions = await orm.em.fork().transactional((em) => beginNewLives(sqlOf(em), systemClock(), true));
  say(`Aliran perubahan dimulai baru · Streams of changes begin anew: ${regions.join(', ') || '-'}`);
} finally {
  await orm.close();
  await database.stop();
}
