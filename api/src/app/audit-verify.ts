import { readRequest, runVerifier } from '../audit-verify/run-verifier.js';
import { ConfigRefused, readConfig } from '../platform/config.js';
import { DatabaseRefused, joinDatabase } from './open-database.js';

/**
 * `npm run audit:verify`: opens the database, or joins that of a running Pantau, and hands its address to the verifier,
 * which shares no code with the rest. An export is verified without any database.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);
const FAILED = 2;

async function run(): Promise<number> {
  const request = readRequest(process.argv.slice(2), say);
  if (request === null) return FAILED;
  if (request.from !== null) return runVerifier(request, null, say);
  const database = await joinDatabase(readConfig(process.env), say);
  try {
    return await runVerifier(request, database.url, say);
  } finally {
    await database.stop();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  const expected = error instanceof ConfigRefused || error instanceof DatabaseRefused;
  process.stderr.write(`${expected ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = FAILED;
}
