import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ForumSessionDocument,
  ForumSessionsDocument,
  LogForumEntriesDocument,
  PublicCommitmentsDocument,
  ReportCommitmentDocument,
  TrackForumOutcomeDocument,
  type ForumEntryInput,
} from '@pantau/schema';
import { uuidv7 } from 'uuidv7';
import { repositoryRoot } from '../app/repository-root.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { signIn, wireClientOf, type SignedIn } from '../testing/sign-in.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { createWireClient, type WireClient } from '../testing/wire-client.js';
import { drawEvidence } from './draw-evidence.js';
import { LAMP_CODE } from './forum-stories.js';
import { DEMO_REGION, seedDemo } from './seed-demo.js';

const NOW = new Date('2026-11-26T12:10:00Z');

describe('the lamps of RW 3', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let facilitator: SignedIn;
  let tablet: WireClient;
  let citizen: WireClient;
  let today: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOW });
    await seedDemo(pantau, NOW);
    facilitator = await signIn(pantau, DEMO_REGION, { roles: [{ role: 'FACILITATOR' }] });
    tablet = wireClientOf(pantau, facilitator);
    citizen = createWireClient(pantau.address);
  }, 120_000);
  afterAll(async () => {
    await tablet?.close();
    await citizen?.close();
    await pantau?.close();
    await database?.drop();
  });

  const asked = async () => {
    const { data, errors } = await citizen.send(TrackForumOutcomeDocument, {
      ...{ region: DEMO_REGION, code: LAMP_CODE },
    });
    expect(errors).toBeUndefined();
    return data!.trackForumOutcome!;
  };
  const write = async (...parts: Partial<ForumEntryInput>[]) => {
    const deviceNow = NOW.toISOString();
    const entries = parts.map((part, seq) => ({ id: uuidv7(), seq, takenAt: deviceNow, ...part }));
    const { data } = await tablet.send(LogForumEntriesDocument, {
      input: { region: DEMO_REGION, session: today, device: uuidv7(), deviceNow, entries },
    });
    expect(data!.logForumEntries.results.map(({ state }) => state)).toEqual(parts.map(() => 'TAKEN'));
  };

  it('are overdue and have escalated, and whoever asked for them sees that', async () => {
    const { kind, commitments } = await asked();
    expect(kind).toBe('ISSUE');
    expect(commitments).toHaveLength(1);
    expect(commitments[0]).toMatchObject({ state: 'STARTED', late: true });
    expect(commitments[0]!.steps.map((step) => step.kind)).toEqual(['MADE', 'REPORTED', 'ESCALATED']);
  });

  it('come first in the session of today', async () => {
    const day = '2026-11-26';
    const { data } = await tablet.send(ForumSessionsDocument, { region: DEMO_REGION, from: day, to: day });
    const [planned] = data!.forumSessions.edges;
    expect(planned!.node).toMatchObject({
      phase: 'PLANNED',
      series: { name: expect.stringContaining('Kejawan') },
    });
    today = planned!.node.id;
    const { data: session } = await tablet.send(ForumSessionDocument, { region: DEMO_REGION, id: today });
    const [lamp, ...others] = session!.forumSession!.lastCommitments;
    expect(lamp).toMatchObject({ text: expect.stringContaining('Lampu jalan'), late: true, escalated: 2 });
    expect(others.map(({ late }) => late)).toEqual(others.map(() => false));
  });

  it('shine: the unit that promised them shows it, and whoever asked sees the picture', async () => {
    const { id: lamp, ownerUnitName } = (await asked()).commitments[0]!;
    const { rows } = await database.client.query('select id from org_unit where name = $1', [ownerUnitName]);
    const head = await signIn(pantau, DEMO_REGION, { roles: [{ role: 'LEADERSHIP', unitId: rows[0].id }] });
    const photo = uuidv7();
    const brought = await fetch(`${pantau.address}/forum/photos/${photo}?commitment=${lamp}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${head.token}`, 'content-type': 'image/jpeg' },
      body: new Uint8Array(await drawEvidence('LAMPS')),
    });
    expect(brought.status).toBe(201);
    const office = wireClientOf(pantau, head);
    const note = 'Enam lampu menyala sejak tadi malam; warga sudah melihat sendiri.';
    const { data } = await office.send(ReportCommitmentDocument, {
      input: {
        ...{ region: DEMO_REGION, key: uuidv7(), commitment: lamp, state: 'DONE', note },
        ...{ photo, photoPublic: true },
      },
    });
    await office.close();
    expect(data!.reportCommitment.__typename).toBe('CommitmentRecorded');
    const { commitments } = await asked();
    expect(commitments[0]).toMatchObject({ state: 'DONE', settledOn: '2026-11-26' });
    const last = commitments[0]!.steps.at(-1)!;
    expect(last).toMatchObject({ kind: 'REPORTED', state: 'DONE', note, photo: { id: photo, width: 800 } });
    const seen = await fetch(pantau.address + last.photo!.address);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  it('are told of in the hall as done, for nobody to ask again', async () => {
    await write({ open: true });
    const { data } = await tablet.send(ForumSessionDocument, { region: DEMO_REGION, id: today });
    const lamp = data!.forumSession!.lastCommitments.find(({ text }) => text.includes('Lampu jalan'))!;
    expect(lamp).toMatchObject({ state: 'DONE', settledOn: '2026-11-26' });
  });

  it('are not alone: what was put up before has its picture too', async () => {
    const { data } = await citizen.send(PublicCommitmentsDocument, { region: DEMO_REGION, settled: true });
    const shown = data!.publicCommitments.edges.filter(({ node }) => node.steps.some(({ photo }) => photo));
    expect(shown.map(({ node }) => node.text)).toContainEqual(expect.stringContaining('Nomor kontak'));
  });

  it('stand on the paper of each session, which can be printed', async () => {
    const { data } = await tablet.send(ForumSessionsDocument, { region: DEMO_REGION, to: '2026-11-25' });
    const signed = data!.forumSessions.edges.filter(({ node }) => node.phase === 'SIGNED');
    const second = signed.find(({ node }) => node.series.name.includes('Kejawan'))!.node.id;
    const answer = await fetch(`${pantau.address}/forum/minutes/${second}.pdf`, {
      headers: { authorization: `Bearer ${facilitator.token}` },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'berita-acara-demo.pdf'), bytes);
  });
});
