import 'reflect-metadata';
import { scoreDifferences, VERIFY_OPTIONS } from '../features/scores/score-differences.js';
import { readConfig } from '../platform/config.js';
import { createOrm } from '../platform/database/orm.js';
import { sqlOf } from '../platform/database/sql.js';
import { entities } from './entities.js';
import { joinDatabase } from './open-database.js';

/**
 * `npm run verify`: holds every stored score against a recomputation from the raw observations by plain SQL, on live
 * data and beside a running Pantau. Ends with 1 where anything differs.
 */
const SHOWN = 20;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const config = readConfig(process.env);
const database = await joinDatabase(config, say);
const orm = createOrm({ url: database.url, entities, statementTimeoutMs: 0, sessionOptions: VERIFY_OPTIONS });
try {
  await orm.connect();
  const differences = await scoreDifferences(sqlOf(orm.em.fork()));
  for (const { what, regionCode, id, periodCode, expected, stored } of differences.slice(0, SHOWN)) {
    say(
      `${regionCode} ${periodCode} ${what} ${id}\n  dihitung ulang · recomputed ${expected}\n  tersimpan · stored        ${stored}`,
    );
  }
  say(
    differences.length === 0
      ? 'Semua nilai tersimpan sama dengan hitungan ulang · Every stored score equals its recomputation'
      : `${differences.length} nilai berbeda · scores differ`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await orm.close();
  await database.stop();
}
