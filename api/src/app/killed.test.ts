import { TEST_SECRET } from '../testing/test-secret.js';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { LogObservationDocument, type LogObservationInput } from '@pantau/schema';
import { touchedQuarters } from '../demo/touched-quarters.js';
import { localDate } from '../domain/calendar.js';
import { createLogger } from '../platform/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { scoreDifferences } from '../testing/verify-scores.js';
import { NIPS, openSmallOffice, REGION } from '../testing/small-office.js';
import { signInChief, wireClientOf, type SignedIn } from '../testing/sign-in.js';
import { compose } from './compose.js';
import { repositoryRoot } from './repository-root.js';

/** The built program, as `npm start` runs it. */
const PROGRAM = join(repositoryRoot, 'api', 'dist', 'main.js');
const KILLS = 6;

describe('an API process that is killed', () => {
  let database: TestDatabase;
  let running: ChildProcess | undefined;
  let chief: SignedIn;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    database = await createTestDatabase();
    const pantau = await compose({
      secret: TEST_SECRET,
      databaseUrl: database.url,
      redisUrl: null,
      logger: createLogger('silent'),
      webRoot: null,
    });
    // The process has the clock of the machine, so the office plans the quarter of today.
    const today = localDate(new Date());
    const [quarter] = touchedQuarters(today, today);
    await openSmallOffice(pantau, quarter!.code);
    chief = await signInChief(pantau, REGION);
    await pantau.close();
    const { rows } = await database.client.query(
      'select nip as name, id from employee union all select code, id from indicator',
    );
    for (const { name, id } of rows) ids[name] = id;
  });
  afterAll(async () => {
    running?.kill('SIGKILL');
    await database?.drop();
  });

  const start = async (): Promise<string> => {
    const child = spawn(process.execPath, [PROGRAM], {
      env: { PATH: process.env['PATH'], DATABASE_URL: database.url, PANTAU_LOG: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /(http:\/\/\S+)\/graphql/.exec(line)?.[1];
      if (address !== undefined) {
        child.stdout.resume();
        return address;
      }
    }
    throw new Error('the process ended before it said its address');
  };
  const kill = async () => {
    const gone = new Promise((resolve) => running?.once('exit', resolve));
    running?.kill('SIGKILL');
    await gone;
  };

  it('has lost nothing that it acknowledged, and repeats nothing that is sent again', async () => {
    const acknowledged = new Map<string, string>();
    const sent: LogObservationInput[] = [];
    const nips = Object.values(NIPS);
    for (let round = 0; round < KILLS; round += 1) {
      const client = wireClientOf({ address: await start() }, chief);
      let alive = true;
      const observers = Array.from({ length: 6 }, async (_, n) => {
        for (let turn = 0; alive; turn += 1) {
          const input = {
            region: REGION,
            key: randomUUID(),
            employeeId: ids[nips[n % nips.length]!]!,
            indicatorId: ids[turn % 2 === 0 ? 'ADM-01' : 'ADM-03']!,
            value: String(10 + ((round * 7 + turn) % 80)),
            observedAt: new Date(Date.now() - turn).toISOString(),
            note: null,
          };
          sent.push(input);
          const answer = await client.send(LogObservationDocument, { input }).catch(() => null);
          const recorded = answer?.data?.logObservation;
          if (recorded?.__typename === 'ObservationRecorded')
            acknowledged.set(input.key, recorded.observation.id);
          else if (recorded !== undefined) throw new Error(JSON.stringify(recorded));
        }
      });
      // In the midst of it: some have been answered, others are under way.
      const enough = acknowledged.size + 5 + 3 * round;
      while (acknowledged.size < enough) await wait(5);
      await wait(10 * round);
      await kill();
      alive = false;
      await Promise.all(observers);
      await client.close();
    }
    expect(acknowledged.size).toBeGreaterThan(20);
    expect(sent.length).toBeGreaterThan(acknowledged.size);

    // Observers who got no answer send the same once more, as a tablet does.
    const client = wireClientOf({ address: await start() }, chief);
    for (const input of sent) {
      const { data } = await client.send(LogObservationDocument, { input });
      const recorded = data!.logObservation;
      if (recorded.__typename !== 'ObservationRecorded') throw new Error(JSON.stringify(recorded));
      if (acknowledged.has(input.key)) expect(recorded.observation.id).toBe(acknowledged.get(input.key));
    }
    await client.close();
    const { rows } = await database.client.query('select count(*) from observation');
    expect(Number(rows[0].count)).toBe(sent.length);
    const gaps = await database.client.query(
      `select (select head from stream_head where region_code = $1) - count(*) as missing from change_log where region_code = $1`,
      [REGION],
    );
    expect(gaps.rows).toEqual([{ missing: '0' }]);
    expect(await scoreDifferences(database.client)).toEqual([]);
  }, 90_000);
});
