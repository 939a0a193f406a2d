import 'reflect-metadata';
import { compose } from '../app/compose.js';
import { openDatabase } from '../app/open-database.js';
import { openServerSecret } from '../app/open-server-secret.js';
import { readConfig } from '../platform/config.js';
import { prepareDatabase } from '../app/prepare-database.js';
import { createLogger } from '../platform/logger.js';
import { seedDemo } from './seed-demo.js';

/** `npm run seed`: fills the database with the Mulyorejo demo and ends; also a server that DATABASE_URL names. */
const say = (line: string) => void process.stdout.write(`${line}\n`);
const config = readConfig(process.env);
const database = await openDatabase(config, say);
try {
  const pantau = await compose({
    databaseUrl: database.url,
    redisUrl: config.redisUrl,
    secret: await openServerSecret(config),
    logger: createLogger(config.logLevel),
    webRoot: null,
  });
  await prepareDatabase(pantau.orm);
  const added = await seedDemo(pantau, new Date());
  say(`Data contoh: ${added} pengamatan baru · Demo: ${added} new observations`);
  await pantau.close();
} finally {
  await database.stop();
}
