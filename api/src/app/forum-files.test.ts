import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ForumPhotosDocument, PublicForumSessionsDocument, PublishForumPhotoDocument } from '@pantau/schema';
import sharp from 'sharp';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { signIn, wireClientOf } from '../testing/sign-in.js';
import { NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { createWireClient, type WireClient } from '../testing/wire-client.js';

let database: TestDatabase;
let pantau: RunningPantau;
const session = randomUUID();
let kalijudan: string;
let kalisari: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
  await openSmallOffice(pantau);
  const { rows } = await database.client.query('select code, id from org_unit');
  const unit = (code: string) => rows.find((row) => row.code === code).id as string;
  [kalijudan, kalisari] = [unit('35.78.26.1006'), unit('35.78.26.1004')];
  const series = randomUUID();
  await database.client.query(
    `insert into forum_series (region_code, id, unit_id, kind, name, place, quorum, created_at, created_by)
     values ($1, $2, $3, 'FORUM_WARGA', 'Forum Warga RW 3', 'Balai RW 3', 10, now(), 'test')`,
    [REGION, series, kalijudan],
  );
  await database.client.query(
    `insert into forum_session (region_code, id, series_id, unit_id, title, place, held_on, starts_at, quorum, concerned,
       agenda, attendance, phase, planned_at, planned_by)
     values ($1, $2, $3, $4, 'Pertemuan November', 'Balai RW 3', '2026-11-24', '19:00', 10, '{}', '[]', '{}', 'PLANNED',
       now(), 'test')`,
    [REGION, session, series, kalijudan],
  );
});
afterAll(async () => {
  await pantau?.close();
  await database?.drop();
});

const get = async (id: string, role?: 'FACILITATOR' | 'LEADERSHIP' | 'AUDITOR', unitId = kalijudan) => {
  const headers: Record<string, string> = {};
  if (role !== undefined) {
    const { token } = await signIn(pantau, REGION, { roles: [{ role, unitId }] });
    headers['authorization'] = `Bearer ${token}`;
  }
  return fetch(`${pantau.address}/forum/minutes/${id}.pdf`, { headers });
};
const codeOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return [answer.status, ((await answer.json()) as { code: string }).code];
};

it.each(['FACILITATOR', 'LEADERSHIP', 'AUDITOR'] as const)(
  'a paper is given to %s of the unit',
  async (role) => {
    const answer = await get(session, role);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="berita-acara-2026-11-24.pdf"');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const { rows } = await database.client.query(`select 1 from audit_entry where action = 'printMinutes'`);
    expect(rows.length).toBeGreaterThan(0);
  },
);

it('nobody else is given one', async () => {
  expect(await codeOf(await get(session))).toEqual([401, 'UNAUTHENTICATED']);
  expect(await codeOf(await get(session, 'FACILITATOR', kalisari))).toEqual([403, 'FORBIDDEN']);
});

it('a session that is not there has none', async () => {
  expect(await codeOf(await get(randomUUID(), 'FACILITATOR'))).toEqual([404, 'SESSION_UNKNOWN']);
  expect(await codeOf(await get('x', 'FACILITATOR'))).toEqual([404, 'NOT_FOUND']);
});

it('a page of another site is given none', async () => {
  const answer = await fetch(`${pantau.address}/forum/minutes/${session}.pdf`, {
    headers: { origin: 'https://evil.example' },
  });
  expect(answer.status).toBe(403);
});

describe('pictures', () => {
  const put = async (
    bytes: Buffer,
    id = randomUUID(),
    change: { unitId?: string; session?: string; encoding?: string } = {},
  ) => {
    const { token } = await signIn(pantau, REGION, {
      roles: [{ role: 'FACILITATOR', unitId: change.unitId ?? kalijudan }],
    });
    return fetch(`${pantau.address}/forum/photos/${id}?session=${change.session ?? session}`, {
      method: 'PUT',
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
        ...(change.encoding !== undefined && { 'content-encoding': change.encoding }),
      },
      body: new Uint8Array(bytes),
    });
  };
  const look = async (id: string, unitId?: string) => {
    const headers: Record<string, string> = {};
    if (unitId !== undefined) {
      const { token } = await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR', unitId }] });
      headers['authorization'] = `Bearer ${token}`;
    }
    return fetch(`${pantau.address}/forum/photos/${id}?region=${REGION}`, { headers });
  };
  const photo = (background: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .jpeg()
      .toBuffer();

  it('are taken once; another under the same id is not', async () => {
    const id = randomUUID();
    expect((await put(await photo('red'), id)).status).toBe(201);
    expect((await put(await photo('red'), id)).status).toBe(200);
    expect((await codeOf(await put(await photo('blue'), id)))[0]).toBe(409);
  });

  it('are for those of the unit, until they are public', async () => {
    const id = randomUUID();
    await put(await photo('green'), id);
    const own = await look(id, kalijudan);
    expect([own.status, own.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(own.headers.get('x-content-type-options')).toBe('nosniff');
    expect(own.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(await codeOf(await look(id, kalisari))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(await look(id))).toEqual([404, 'NOT_FOUND']);
    await database.client.query('update forum_photo set public = true where id = $1', [id]);
    expect((await look(id)).status).toBe(200);
  });

  it('become public by a facilitator of the unit who says that those who are seen agree, and are hidden again', async () => {
    const id = randomUUID();
    await put(await photo('yellow'), id);
    const as = async (unitId: string) =>
      wireClientOf(pantau, await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR', unitId }] }));
    const [own, other, nobody] = [await as(kalijudan), await as(kalisari), createWireClient(pantau.address)];
    const publish = async (client: WireClient, isPublic: boolean, of = id) => {
      const { data, errors } = await client.send(PublishForumPhotoDocument, {
        input: { region: REGION, key: randomUUID(), id: of, public: isPublic },
      });
      return data?.publishForumPhoto.__typename ?? errors?.[0]?.extensions?.['code'];
    };
    const seen = async () => {
      const { data } = await nobody.send(PublicForumSessionsDocument, { region: REGION });
      expect(data!.publicForumSessions.edges).toHaveLength(1);
      const asked = {
        query: `{ publicForumSessions(region: "${REGION}") { edges { node { photos { id address } } } } }`,
      };
      const answer = await fetch(`${pantau.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
        body: JSON.stringify(asked),
      });
      const told = (await answer.json()) as {
        data: { publicForumSessions: { edges: { node: { photos: { id: string; address: string }[] } }[] } };
      };
      return told.data.publicForumSessions.edges[0]!.node.photos.find((one) => one.id === id);
    };
    expect(await seen()).toBeUndefined();
    expect(await publish(other, true)).toBe('FORBIDDEN');
    expect(await publish(own, true, randomUUID())).toBe('FORBIDDEN');
    expect(await publish(nobody, true)).toBe('UNAUTHENTICATED');
    expect(await publish(own, true)).toBe('ForumPhotoRecorded');
    const address = (await seen())!.address;
    const shown = await fetch(pantau.address + address);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, max-age=300']);
    const { data } = await own.send(ForumPhotosDocument, { region: REGION, id: session });
    expect(data!.forumSession!.photos.find((one) => one.id === id)).toMatchObject({ public: true });
    const { data: told } = await other.send(ForumPhotosDocument, { region: REGION, id: session });
    expect(told!.forumSession!.photos).toEqual([]);
    expect(await publish(own, false)).toBe('ForumPhotoRecorded');
    expect(await seen()).toBeUndefined();
    expect((await fetch(pantau.address + address)).status).toBe(404);
    const { rows } = await database.client.query(
      `select outcome from audit_entry where action = 'publishForumPhoto' order by outcome`,
    );
    expect(rows.filter(({ outcome }) => outcome === 'DONE')).toHaveLength(2);
    await Promise.all([own, other, nobody].map((client) => client.close()));
  });

  it('that come compressed are none, whatever is in them', async () => {
    for (const encoding of ['gzip', 'x-nothing']) {
      const answer = await put(gzipSync(await photo('red')), randomUUID(), { encoding });
      expect(await codeOf(answer)).toEqual([415, 'PHOTO_UNREADABLE']);
    }
  });

  it('that are none, are too large, or are for somebody else’s session are refused', async () => {
    expect(await codeOf(await put(Buffer.from('<svg/>')))).toEqual([415, 'PHOTO_UNREADABLE']);
    expect(await codeOf(await put(Buffer.alloc(13 * 1_048_576)))).toEqual([413, 'PHOTO_TOO_LARGE']);
    const red = await photo('red');
    expect(await codeOf(await put(red, randomUUID(), { unitId: kalisari }))).toEqual([403, 'FORBIDDEN']);
    expect(await codeOf(await put(red, randomUUID(), { session: randomUUID() }))).toEqual([
      404,
      'SESSION_UNKNOWN',
    ]);
  });
});
