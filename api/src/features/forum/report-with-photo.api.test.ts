import { randomUUID } from 'node:crypto';
import {
  CommitmentsDocument,
  ForumPhotosDocument,
  LogForumEntriesDocument,
  PublicCommitmentsDocument,
  PublicForumSessionsDocument,
  PublishForumPhotoDocument,
  ReportCommitmentDocument,
  type ReportCommitmentInput,
} from '@pantau/schema';
import sharp from 'sharp';
import { uuidv7 } from 'uuidv7';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { planForumSession } from '../../testing/forum-session.js';
import { signIn, wireClientOf, type SignedIn } from '../../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createWireClient, type WireClient } from '../../testing/wire-client.js';

let database: TestDatabase;
let pantau: RunningPantau;
let kalijudan: string;
let kalisari: string;
let office: string;
let session: string;
/** Of the unit that invited; of the unit that promised, head and facilitator; of neither; nobody. */
let inviter: SignedIn;
let owner: SignedIn;
let helper: SignedIn;
let employee: SignedIn;
const clients = new Map<SignedIn | null, WireClient>();

const wire = (who: SignedIn | null) => {
  const known = clients.get(who);
  if (known !== undefined) return known;
  const client = who === null ? createWireClient(pantau.address) : wireClientOf(pantau, who);
  clients.set(who, client);
  return client;
};

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
  await openSmallOffice(pantau);
  const { rows } = await database.client.query('select code, id from org_unit');
  const unit = (code: string) => rows.find((row) => row.code === code).id as string;
  [kalijudan, kalisari, office] = [unit('35.78.26.1006'), unit('35.78.26.1004'), unit('35.78.26')];
  const as = (role: 'FACILITATOR' | 'LEADERSHIP', unitId: string) =>
    signIn(pantau, REGION, { roles: [{ role, unitId }] });
  inviter = await as('FACILITATOR', kalijudan);
  owner = await as('LEADERSHIP', kalisari);
  helper = await as('FACILITATOR', kalisari);
  const found = await database.client.query('select id from employee where nip = $1', [NIPS.dewi]);
  employee = await signIn(pantau, REGION, { employeeId: found.rows[0].id });
  ({ session } = await planForumSession(wire(inviter), {
    ...{ region: REGION, unit: kalijudan, heldOn: '2026-11-24' },
  }));
});
afterAll(async () => {
  await Promise.all([...clients.values()].map((client) => client.close()));
  await pantau?.close();
  await database?.drop();
});

let seq = 0;
/** A promise of a unit, spoken in Kalijudan; gives its id. */
async function promised(ownerUnit = kalisari): Promise<string> {
  const id = uuidv7();
  const at = NOON.toISOString();
  const outcome = {
    kind: 'COMMITMENT',
    text: 'Lampu jalan RW 3 menyala',
    ownerUnit,
    workingDays: 5,
  } as const;
  const entries = [
    ...(seq === 0 ? [{ id: uuidv7(), seq: (seq += 1), takenAt: at, open: true }] : []),
    { id, seq: (seq += 1), takenAt: at, outcome },
  ];
  const { data } = await wire(inviter).send(LogForumEntriesDocument, {
    input: { region: REGION, session, device: uuidv7(), deviceNow: at, entries },
  });
  expect(data!.logForumEntries.results.map(({ refusal }) => refusal)).toEqual(entries.map(() => null));
  return id;
}

const photo = (background = 'orange', width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
async function put(
  who: SignedIn | null,
  query: string,
  bytes: Buffer,
  id: string = randomUUID(),
): Promise<[number, string]> {
  const answer = await fetch(`${pantau.address}/forum/photos/${id}?${query}`, {
    method: 'PUT',
    headers: {
      'content-type': 'image/jpeg',
      ...(who !== null && { authorization: `Bearer ${who.token}` }),
    },
    body: new Uint8Array(bytes),
  });
  const told = (await answer.json()) as { id?: string; code?: string };
  return [answer.status, told.id ?? told.code!];
}
async function brought(commitment: string, who = owner, bytes?: Buffer): Promise<string> {
  const [status, id] = await put(who, `commitment=${commitment}`, bytes ?? (await photo()));
  expect(status).toBe(201);
  return id;
}
async function report(
  commitment: string,
  more: Partial<ReportCommitmentInput>,
  who: SignedIn | null = owner,
): Promise<string> {
  const { data, errors } = await wire(who).send(ReportCommitmentDocument, {
    input: { region: REGION, key: randomUUID(), commitment, state: 'DONE', note: 'Menyala.', ...more },
  });
  const done = data?.reportCommitment;
  if (done === undefined) return String(errors?.[0]?.extensions?.['code']);
  return done.__typename === 'CommitmentRecorded' ? 'DONE' : done.code;
}
async function stepOf(commitment: string, who: SignedIn) {
  const { data, errors } = await wire(who).send(CommitmentsDocument, { region: REGION });
  expect(errors).toBeUndefined();
  return data!.commitments.edges.find(({ node }) => node.id === commitment)!.node.steps.at(-1)!;
}
async function publicStep(commitment: string, settled = true) {
  const { data } = await wire(null).send(PublicCommitmentsDocument, { region: REGION, settled });
  return data!.publicCommitments.edges.find(({ node }) => node.id === commitment)!.node.steps.at(-1)!;
}
const look = async (id: string, who: SignedIn | null) => {
  const headers: Record<string, string> = who === null ? {} : { authorization: `Bearer ${who.token}` };
  return (await fetch(`${pantau.address}/forum/photos/${id}?region=${REGION}`, { headers })).status;
};

describe('a picture of what became of a promise', () => {
  it('is brought by whoever may report on it, and by nobody else', async () => {
    const commitment = await promised();
    const query = `commitment=${commitment}`;
    for (const who of [owner, helper]) expect((await put(who, query, await photo()))[0]).toBe(201);
    for (const who of [inviter, employee]) {
      expect(await put(who, query, await photo())).toEqual([403, 'FORBIDDEN']);
      expect(await report(commitment, {}, who)).toBe('FORBIDDEN');
    }
    expect(await put(null, query, await photo())).toEqual([401, 'UNAUTHENTICATED']);
    const { rows } = await database.client.query(
      `select outcome from audit_entry where action = 'putCommitmentPhoto'`,
    );
    expect(rows.filter(({ outcome }) => outcome === 'DONE')).toHaveLength(2);
  });

  it('stands with the report that names it, for those of the unit that promised and of the one that invited', async () => {
    const commitment = await promised();
    const id = await brought(commitment);
    expect(await look(id, owner)).toBe(200);
    expect(await report(commitment, { photo: id })).toBe('DONE');
    for (const who of [owner, helper, inviter]) {
      expect((await stepOf(commitment, who)).photo).toEqual({
        ...{ id, address: `/forum/photos/${id}?region=${REGION}`, width: 60, height: 40, public: false },
      });
      expect(await look(id, who)).toBe(200);
    }
    expect(await stepOf(commitment, employee)).toMatchObject({ kind: 'REPORTED', photo: null });
    expect(await publicStep(commitment)).toMatchObject({ kind: 'REPORTED', note: 'Menyala.', photo: null });
    for (const who of [employee, null]) expect(await look(id, who)).toBe(404);
  });

  it('is seen by everybody once whoever reports says that those in it agree, until it is hidden again', async () => {
    const commitment = await promised();
    const id = await brought(commitment);
    expect(await report(commitment, { photo: id, photoPublic: true })).toBe('DONE');
    expect((await publicStep(commitment)).photo).toMatchObject({ id, public: true, width: 60, height: 40 });
    expect((await stepOf(commitment, employee)).photo).toMatchObject({ id, public: true });
    for (const who of [null, employee, inviter]) expect(await look(id, who)).toBe(200);
    const publish = async (who: SignedIn, isPublic: boolean) => {
      const { data, errors } = await wire(who).send(PublishForumPhotoDocument, {
        input: { region: REGION, key: randomUUID(), id, public: isPublic },
      });
      return data?.publishForumPhoto.__typename ?? errors?.[0]?.extensions?.['code'];
    };
    // The unit that invited answers for its own pictures alone.
    expect(await publish(inviter, false)).toBe('FORBIDDEN');
    expect(await publish(owner, false)).toBe('ForumPhotoRecorded');
    expect((await publicStep(commitment)).photo).toBeNull();
    expect(await look(id, null)).toBe(404);
    expect(await publish(helper, true)).toBe('ForumPhotoRecorded');
    expect((await publicStep(commitment)).photo).toMatchObject({ id });
  });

  it('is no picture of the session', async () => {
    const commitment = await promised(kalijudan);
    const id = await brought(commitment, inviter);
    expect(await report(commitment, { photo: id, photoPublic: true }, inviter)).toBe('DONE');
    const { data } = await wire(inviter).send(ForumPhotosDocument, { region: REGION, id: session });
    expect(data!.forumSession!.photos).toEqual([]);
    const { data: all } = await wire(null).send(PublicForumSessionsDocument, { region: REGION });
    expect(all!.publicForumSessions.edges.map(({ node }) => node.photos)).toEqual([[]]);
  });

  it('of another promise, of a session, or of nobody is not named by a report; the report can be sent again', async () => {
    const [commitment, other] = [await promised(), await promised()];
    const ofOther = await brought(other);
    const [, ofSession] = await put(inviter, `session=${session}`, await photo('blue'));
    for (const named of [ofOther, ofSession, randomUUID()]) {
      expect(await report(commitment, { photo: named, photoPublic: true })).toBe('REPORT_PHOTO_UNKNOWN');
    }
    expect(await look(ofOther, null)).toBe(404);
    expect(await look(ofSession, null)).toBe(404);
    expect(await report(commitment, { photo: await brought(commitment) })).toBe('DONE');
  });

  it('comes once: the same again is known, also after the report, another under its id is not taken', async () => {
    const [commitment, other] = [await promised(), await promised()];
    const query = `commitment=${commitment}`;
    const id = await brought(commitment);
    expect(await put(owner, query, await photo(), id)).toEqual([200, id]);
    expect((await put(owner, query, await photo('blue'), id))[0]).toBe(409);
    expect((await put(owner, `commitment=${other}`, await photo(), id))[0]).toBe(409);
    expect((await put(inviter, `session=${session}`, await photo(), id))[0]).toBe(409);
    const key = randomUUID();
    expect(await report(commitment, { photo: id, key })).toBe('DONE');
    expect(await report(commitment, { photo: id, key })).toBe('DONE');
    expect(await put(owner, query, await photo(), id)).toEqual([200, id]);
    expect(await put(owner, query, await photo())).toEqual([409, 'COMMITMENT_SETTLED']);
  });

  it('is drawn anew: small, upright, and without the place where it was taken', async () => {
    const commitment = await promised();
    const large = await sharp({
      create: { width: 4_000, height: 3_000, channels: 3, background: 'navy' },
    })
      .withExif({ IFD0: { Make: 'Telepon' }, IFD3: { GPSLatitude: '7/1 15/1 0/1', GPSLatitudeRef: 'S' } })
      .jpeg()
      .toBuffer();
    const id = await brought(commitment, owner, large);
    expect(await report(commitment, { photo: id, photoPublic: true })).toBe('DONE');
    const shown = (await publicStep(commitment)).photo!;
    expect([shown.width, shown.height]).toEqual([1_600, 1_200]);
    const answer = await fetch(pantau.address + shown.address);
    const told = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([told.format, told.width, told.exif]).toEqual(['jpeg', 1_600, undefined]);
  });

  it.each([
    [
      'an SVG with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      415,
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 415],
    ['nothing', () => Buffer.alloc(0), 415],
    ['more than 12 MB', () => Buffer.alloc(12 * 1_048_576 + 1), 413],
  ])('is not taken where it is %s, as in the hall', async (_, make, status) => {
    const commitment = await promised();
    const code = status === 413 ? 'PHOTO_TOO_LARGE' : 'PHOTO_UNREADABLE';
    expect(await put(owner, `commitment=${commitment}`, make())).toEqual([status, code]);
  });

  it('is for one promise that is there', async () => {
    const commitment = await promised();
    for (const query of [`commitment=${randomUUID()}`, 'commitment=x', 'commitment=']) {
      expect(await put(owner, query, await photo())).toEqual([404, 'COMMITMENT_UNKNOWN']);
    }
    const both = `commitment=${commitment}&session=${session}`;
    expect(await put(owner, both, await photo())).toEqual([404, 'NOT_FOUND']);
  });

  it('is one of twelve at most', async () => {
    const commitment = await promised();
    for (let n = 0; n < 12; n += 1) await brought(commitment, owner, await photo(`rgb(${n * 20},0,0)`));
    expect(await put(owner, `commitment=${commitment}`, await photo())).toEqual([
      409,
      'COMMITMENT_PHOTOS_FULL',
    ]);
    expect(await report(commitment, {})).toBe('DONE');
  });

  it('whose time is over leaves its step behind', async () => {
    const commitment = await promised();
    const id = await brought(commitment);
    await report(commitment, { photo: id, photoPublic: true });
    await database.client.query('delete from forum_photo where id = $1', [id]);
    expect(await publicStep(commitment)).toMatchObject({ kind: 'REPORTED', state: 'DONE', photo: null });
    expect(await stepOf(commitment, owner)).toMatchObject({ kind: 'REPORTED', photo: null });
  });

  it('may be looked at from the unit above', async () => {
    const above = await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP', unitId: office }] });
    const commitment = await promised();
    const id = await brought(commitment, above);
    expect(await report(commitment, { photo: id }, above)).toBe('DONE');
    expect((await stepOf(commitment, above)).photo).toMatchObject({ id, public: false });
  });
});
