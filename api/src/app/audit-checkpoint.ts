import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { takeCheckpoint } from '../platform/audit/checkpoint.js';
import { systemClock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { createOrm } from '../platform/database/orm.js';
import { sqlOf } from '../platform/database/sql.js';
import { checkpointKeyOf } from './checkpoint-key-of.js';
import { openServerSecret } from './open-server-secret.js';
import { entities } from './entities.js';
import { joinDatabase } from './open-database.js';

/**
 * `npm run audit:checkpoint`: takes a checkpoint of every region's audit chain, or of one, now, and writes it to
 * standard output as JSON lines; with --public-key the key that verifies them.
 */
const { values } = parseArgs({
  options: { region: { type: 'string' }, 'public-key': { type: 'boolean', default: false } },
});
const config = readConfig(process.env);
const key = checkpointKeyOf(await openServerSecret(config));
if (values['public-key']) {
  process.stdout.write(key.publicPem);
} else {
  // What the database tells while it starts is no checkpoint.
  const database = await joinDatabase(config, (line) => void process.stderr.write(`${line}\n`));
  const orm = createOrm({ url: database.url, entities });
  try {
    await orm.connect();
    const sql = sqlOf(orm.em.fork());
    const regions =
      values.region === undefined
        ? await sql.rows<{ region_code: string }>('select region_code from audit_head order by region_code')
        : [{ region_code: values.region }];
    for (const { region_code: regionCode } of regions) {
      const checkpoint = await takeCheckpoint(sql, regionCode, key, systemClock());
      if (checkpoint === null) {
        process.stderr.write(`${regionCode}: tidak ada wilayah ini · there is no such region\n`);
        process.exitCode = 2;
      } else process.stdout.write(`${JSON.stringify(checkpoint)}\n`);
    }
  } finally {
    await orm.close();
    await database.stop();
  }
}
