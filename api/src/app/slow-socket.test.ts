import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LogObservationDocument, WallDocument } from '@pantau/schema';
import { getIntrospectionQuery, print } from 'graphql';
import { WebSocket } from 'ws';
import { CLOSE } from '../platform/http/close-codes.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { bearer, signInChief, wireClientOf, type SignedIn } from '../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import type { WireClient } from '../testing/wire-client.js';

/** The server waits a second before it lets go, and five more for the client's farewell. */
const STALLED_MS = 3_000;
const MOST_STALLS = 8;

/** Follows the wall, and can stop to read as a tablet does that is out of reach, down to the network itself. */
class SlowWall {
  cursor: string | null = null;
  closed: number | null = null;
  private readonly socket: WebSocket;
  private asked = 0;

  constructor(address: string, who: SignedIn) {
    const options = { headers: bearer(who), perMessageDeflate: false };
    this.socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
    this.socket.on('open', () => this.say({ type: 'connection_init' }));
    this.socket.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString());
      if (message.type === 'connection_ack') {
        const payload = { query: print(WallDocument), variables: { region: REGION } };
        this.say({ type: 'subscribe', id: 'wall', payload });
      }
      if (message.id === 'wall') this.cursor = message.payload?.data?.wall.cursor ?? this.cursor;
    });
    this.socket.on('error', () => undefined);
    this.socket.on('close', (code) => (this.closed = code));
  }

  /** Asks for large answers without reading one of them, and then reads again. */
  async stall(): Promise<void> {
    this.socket.pause();
    const until = performance.now() + STALLED_MS;
    while (performance.now() < until) {
      for (let n = 0; n < 5; n += 1) this.ask(getIntrospectionQuery());
      await pause(250);
    }
    this.socket.resume();
  }

  gone(): void {
    this.socket.terminate();
  }

  private ask(query: string): void {
    this.asked += 1;
    this.say({ type: 'subscribe', id: `q${this.asked}`, payload: { query } });
  }

  private say(message: object): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(message));
  }
}

describe('a client that does not read', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let client: WireClient;
  let chief: SignedIn;
  let wall: SlowWall | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
    await openSmallOffice(pantau);
    chief = await signInChief(pantau, REGION);
    client = wireClientOf(pantau, chief);
  });
  afterAll(async () => {
    wall?.gone();
    await client?.close();
    await pantau?.close();
    await database?.drop();
  });

  const idOf = async (statement: string) => (await database.client.query(statement)).rows[0].id;

  it('is let go of with 4510 while others are served, and resumes where it was', async () => {
    const slow = (wall = new SlowWall(pantau.address, chief));
    while (slow.cursor === null) await pause(20);
    for (let stalls = 0; slow.closed === null && stalls < MOST_STALLS; stalls += 1) {
      await slow.stall();
      const until = performance.now() + 2_000;
      while (slow.closed === null && performance.now() < until) await pause(20);
    }
    expect(slow.closed).toBe(CLOSE.slow.code);
    const { data } = await client.send(LogObservationDocument, {
      input: {
        region: REGION,
        key: randomUUID(),
        employeeId: await idOf(`select id from employee where nip = '${NIPS.sari}'`),
        indicatorId: await idOf(`select id from indicator where code = 'ADM-03'`),
        value: '14',
        observedAt: '2026-11-24T04:00:00Z',
        note: null,
      },
    });
    expect(data!.logObservation.__typename).toBe('ObservationRecorded');
    const again = client.subscribe(WallDocument, { region: REGION, after: slow.cursor });
    const { value } = await again.next();
    // A change and no snapshot: nothing was lost, nothing has to be sent anew.
    expect(value.data.wall).toMatchObject({ __typename: 'WallChange', previous: slow.cursor });
    await again.return?.();
  }, 120_000);
});
