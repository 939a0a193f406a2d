import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateWebhookDocument, PingWebhookDocument } from '@pantau/schema';
import { openSecret } from '../../../platform/auth/secret.js';
import { compose } from '../../../app/compose.js';
import { repositoryRoot } from '../../../app/repository-root.js';
import { createLogger } from '../../../platform/logger.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { signInChief, wireClientOf, type SignedIn } from '../../../testing/sign-in.js';
import { openSmallOffice, REGION } from '../../../testing/small-office.js';
import { isSignedBy, startReceiver, type Receiver } from '../../../testing/webhook-receiver.js';

/** The built program, as `npm start` runs it. */
const PROGRAM = join(repositoryRoot, 'api', 'dist', 'main.js');
const SECRET = 'nine blue herons stand beside the Kalidami river';
/** Longer than a process is waited for that has taken a delivery. */
const LEASE_OVER_MS = 61_000;

describe('a process that is killed while it sends', () => {
  let database: TestDatabase;
  let running: ChildProcess | undefined;
  let receiver: Receiver;
  let chief: SignedIn;

  const composeHere = async (ahead = 0) =>
    compose({
      secret: await openSecret({ given: SECRET, file: '' }),
      databaseUrl: database.url,
      redisUrl: null,
      logger: createLogger('silent'),
      webRoot: null,
      clock: () => new Date(Date.now() + ahead),
      webhookSending: { everyMs: 20 },
    });

  beforeAll(async () => {
    database = await createTestDatabase();
    receiver = await startReceiver();
    const pantau = await composeHere();
    await openSmallOffice(pantau);
    chief = await signInChief(pantau, REGION);
    await pantau.close();
  });
  afterAll(async () => {
    running?.kill('SIGKILL');
    await receiver?.close();
    await database?.drop();
  });

  const start = async (): Promise<string> => {
    const child = spawn(process.execPath, [PROGRAM], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: database.url,
        PANTAU_LOG: 'silent',
        PANTAU_SECRET: SECRET,
      },
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

  it('loses nothing: the next one sends the same message under the same id, and there is one of it', async () => {
    const client = wireClientOf({ address: await start() }, chief);
    const input = {
      ...{ region: REGION, key: randomUUID(), name: 'SIMPEG', url: receiver.url },
      types: ['PERIOD_CONFIRMED' as const],
    };
    const created = (await client.send(CreateWebhookDocument, { input })).data!.createWebhook;
    if (created.__typename !== 'WebhookRecorded') throw new Error(JSON.stringify(created));
    const { id } = created.webhook;
    // The receiver has it and does not answer: whether it arrived nobody knows when the process dies.
    receiver.answer = () => undefined;
    await client.send(PingWebhookDocument, { input: { region: REGION, key: randomUUID(), id } });
    while (receiver.received.length === 0) await wait(10);
    const gone = new Promise((resolve) => running!.once('exit', resolve));
    running!.kill('SIGKILL');
    await gone;
    await client.close();

    receiver.answer = 204;
    const next = await composeHere(LEASE_OVER_MS);
    try {
      await next.listen('127.0.0.1', 0);
      while (receiver.received.length === 1) await wait(10);
      const [first, second] = receiver.received;
      expect([second!.id, second!.body]).toEqual([first!.id, first!.body]);
      expect(isSignedBy(created.secret!, second!, new Date(Date.now() + LEASE_OVER_MS))).toBe(true);
      const sent = async () =>
        (await database.client.query('select state, attempts from webhook_delivery')).rows;
      while ((await sent())[0].state === 'WAITING') await wait(10);
      expect(await sent()).toEqual([{ state: 'DELIVERED', attempts: 1 }]);
    } finally {
      await next.close();
    }
  }, 60_000);
});
