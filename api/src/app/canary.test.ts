import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AcceptInvitationDocument,
  AnswerComplaintDocument,
  AnswerCorrectionDocument,
  ApprovePairingDocument,
  BeginSecondFactorDocument,
  ChangeAccountDocument,
  ChangePasswordDocument,
  ClaimPairingDocument,
  ConfirmSecondFactorDocument,
  ContestObservationDocument,
  CorrectObservationDocument,
  CreateServiceDocument,
  EmployeesDocument,
  FileComplaintDocument,
  InviteAccountDocument,
  ForumSessionDocument,
  LogForumEntriesDocument,
  LogObservationDocument,
  EraseFeedbackContactDocument,
  LeaveFeedbackDocument,
  MakeCounterDocument,
  OpenFeedbackContactDocument,
  OpenComplainantDocument,
  RequestCorrectionDocument,
  RequestPairingDocument,
  RotateServiceDocument,
  RuleContestDocument,
  SetUpDocument,
  SignInDocument,
  TrackComplaintDocument,
  TrackForumOutcomeDocument,
  type ForumEntryInput,
  WallDocument,
} from '@pantau/schema';
import { createClient } from 'graphql-ws';
import { Redis } from 'ioredis';
import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/database/embedded.js';
import { migrate } from '../platform/database/migrate.js';
import { AS_SYSTEM } from '../platform/database/orm.js';
import type { RowFinding } from '../platform/files/cells.js';
import { planForumSession } from '../testing/forum-session.js';
import { freePort } from '../testing/free-port.js';
import { startRealProvider, TEST_CLIENT, TestBrowser, type TestProvider } from '../testing/oidc-providers.js';
import { startTestRedis, type TestRedis } from '../testing/redis.js';
import { draft } from '../testing/sign-policies.js';
import { signIn, signInChief } from '../testing/sign-in.js';
import { importTexts, NOON, openSmallOffice, PERIOD, REGION } from '../testing/small-office.js';
import { TEST_SECRET } from '../testing/test-secret.js';
import { createWireClient } from '../testing/wire-client.js';
import { compose, type Pantau } from './compose.js';

/** Values that stand nowhere else. Whoever adds a flow with a new secret or a new text adds a canary and walks it. */
const CANARY = {
  nip: '199912312025011999',
  name: 'Kanarina Ćanar 🐤',
  login: 'kanarina.canar',
  otherLogin: 'kanarina.lain',
  password: 'kenari terbang ke bulan 731',
  newPassword: 'kenari pulang dari bulan 137',
  wrongPassword: 'kenari tersesat di awan 555',
  typedPassword: 'kenari salah kolom 808',
  wrongCode: '7 3 1 9 0 4',
  wrongRecovery: 'KNRC-NRKN-RCKN-RCKN-RCKN',
  wrongPairing: 'KNRC-KNRC',
  wrongInvitation: 'KNRV-KNRV-KNRV-KNRV-KNRV',
  device: 'Kenaridinding di ruang tunggu',
  service: 'Kenariprogram kepegawaian',
  answer: 'Kenarianswer: gelar sudah dibetulkan',
  ruling: 'Kenariruling: alasannya dapat diterima',
  policy: 'Kenaripolicy: bobot dicoba dahulu',
  signOnCode: 'kenaricode-dari-penyedia',
  signOnTrouble: 'kenaridescription dari penyedia',
  note: 'Kenarinote: pulang cepat karena anaknya sakit',
  reason: 'Kenarireason: saya mengantar anak ke puskesmas',
  evidence: 'Kenarievidence: surat dokter 7731',
  correction: 'Kenaricorrection: gelar saya keliru tertulis',
  wanted: 'Kenariwanted, S.Kom.',
  complaint: 'Kenaricomplaint: loket tutup pukul 11.40',
  complaintAnswer: 'Kenaricomplaintanswer: jam loket sudah ditempel',
  complainant: 'Kenaricomplainant Kusumawardani',
  contact: 'kenaricontact@warga.example',
  opening: 'Kenariopening: menelepon balik',
  wrongTracking: 'KNRT-KNRT',
  counter: 'Kenaricounter di loket dua',
  suggestion: 'Kenarisuggestion: kursi tunggunya kurang',
  feedbackContact: 'kenarifeedbackcontact@warga.example',
  feedbackOpening: 'Kenarifeedbackopening: menjawab saran',
  asked: 'Kenariasked: lampu jalan padam',
  promise: 'Kenaripromise: lampu jalan menyala',
  notAsked: 'Kenarinotasked: tertulis dua kali',
  withdrawal: 'Kenariwithdrawal: dobel',
  report: 'Kenarireport: tiangnya sudah dipasang',
  amendment: 'Kenariamendment: baru terbaca di rumah',
  signer: 'Kenarisigner Sulastri',
  stroke: '731,137,808,555,191,773',
  askerCode: 'KNRCKNRCKNRC',
  wrongAsker: 'KNRTKNRTKNRT',
} as const;

let home: string;
let postgres: EmbeddedPostgres;
let redis: TestRedis;
let monitor: Redis;
let provider: TestProvider;
let pantau: Pantau;
let address: string;
let client: Client;
const log: string[] = [];
const overRedis: string[] = [];
/** What leaves that nobody has asked for by name: errors, refusals, findings, cursors, ids, addresses. */
const told: string[] = [];
const secrets: string[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'pantau-canary-'));
  postgres = await startEmbeddedPostgres({ home, say: (step) => void told.push(step) });
  redis = await startTestRedis();
  const asking = new Redis(redis.url);
  monitor = await asking.monitor();
  asking.disconnect();
  monitor.on('monitor', (_time: string, args: string[]) => void overRedis.push(args.join(' ')));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  provider = await startRealProvider(`${origin}/auth/oidc/callback`);
  secrets.push(TEST_CLIENT.clientSecret);
  pantau = await compose({
    origin,
    oidc: { issuer: provider.issuer, ...TEST_CLIENT, regionCode: REGION },
    secret: TEST_SECRET,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    logger: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    clock: () => NOON,
    webRoot: null,
  });
  await migrate(pantau.orm);
  address = `http://127.0.0.1:${await pantau.listen('127.0.0.1', port)}`;
  client = new Client({ connectionString: postgres.url, options: AS_SYSTEM });
  await client.connect();
  await openSmallOffice(pantau);
});
afterAll(async () => {
  await client?.end();
  await pantau?.close();
  await provider?.stop();
  monitor?.disconnect();
  await redis?.stop();
  await postgres?.stop();
  await rm(home, { recursive: true, force: true });
});

async function post(body: unknown, token?: string): Promise<any> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = await response.json();
  told.push(JSON.stringify(answer.errors ?? []), JSON.stringify([...response.headers]));
  return answer;
}

/** Of an answer: what refuses, and what names places and rows. */
function keep(answer: unknown): void {
  JSON.stringify(answer, (key, value: unknown) => {
    if (['code', 'message', 'messageEn', 'id'].includes(key)) told.push(String(value));
    if (['cursor', 'endCursor'].includes(key) && typeof value === 'string') {
      told.push(value, Buffer.from(value, 'base64url').toString('utf8'));
    }
    return value;
  });
}

it('walks what people do, right and wrong, with values that stand nowhere else', async () => {
  // Files, with faults of every kind in rows about the same person.
  const header = 'nip,name,status,unit,position';
  const findings: RowFinding[] = [];
  for (const rows of [
    [`${CANARY.nip},${CANARY.name},PNS,35.78.26.1006,Petugas Loket`],
    [
      `${CANARY.nip},${CANARY.name},PNS,99.99,Petugas Loket`,
      `${CANARY.nip}1,${CANARY.name},PNS,35.78.26,Lurah`,
    ],
    [
      `${CANARY.nip},${CANARY.name},PPPK,35.78.26.1006,Petugas`,
      `${CANARY.nip},${CANARY.name.repeat(20)},PNS,35.78.26,x`,
    ],
  ]) {
    const { findings: found, reports } = await importTexts(pantau, {
      employees: [header, ...rows].join('\n'),
    });
    findings.push(...found);
    told.push(
      JSON.stringify(reports, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    );
  }
  expect(findings.length).toBeGreaterThan(2);
  told.push(JSON.stringify(findings));
  await importTexts(pantau, {
    targets: `nip,indicator,period,weight,floor,target,stretch
${CANARY.nip},ADM-01,${PERIOD},60,70,95,99
${CANARY.nip},ADM-03,${PERIOD},40,45,15,8
${CANARY.nip},ADM-99,${PERIOD},40,45,15,8
`,
  }).then(({ findings: found }) => told.push(JSON.stringify(found)));
  const employeeId = (await client.query('select id from employee where nip = $1', [CANARY.nip])).rows[0].id;
  const indicatorId = (await client.query(`select id from indicator where code = 'ADM-03'`)).rows[0].id;

  // Getting in.
  const chief = await signInChief(pantau, REGION);
  secrets.push(chief.token);
  const admin = createWireClient(address, chief.token);
  const nobody = createWireClient(address);
  const invite = (login: string, of: string | null = employeeId) =>
    admin.send(InviteAccountDocument, {
      input: { region: REGION, key: randomUUID(), login, name: CANARY.name, employeeId: of, roles: [] },
    });
  const invited = (await invite(CANARY.login)).data!.inviteAccount;
  if (invited.__typename !== 'AccountRecorded') throw new Error(invited.code);
  const code = invited.invitationCode!;
  secrets.push(code, code.replaceAll('-', ''));
  keep(await invite(CANARY.login));
  keep(await invite(CANARY.nip));
  for (const password of ['kenari', CANARY.login.repeat(2), CANARY.password]) {
    keep(await nobody.send(AcceptInvitationDocument, { input: { region: REGION, code, password } }));
  }
  const enter = (login: string, password: string, code: string | null = null) =>
    nobody.send(SignInDocument, { input: { region: REGION, login, password, code, keep: 'TOKEN' } });
  keep(await enter(CANARY.login, CANARY.wrongPassword));
  keep(await enter(CANARY.otherLogin, CANARY.password));
  // People mistake the field.
  keep(await enter(CANARY.nip, CANARY.password));
  keep(await enter(CANARY.typedPassword, CANARY.password));
  keep(await enter(CANARY.name, CANARY.password));
  keep(await enter(`${CANARY.login}\u0000`, CANARY.password));
  const entered = (await enter(CANARY.login, CANARY.password)).data!.signIn;
  if (entered.__typename !== 'SignedIn') throw new Error(JSON.stringify(entered));
  const token = entered.token!;
  secrets.push(token);
  const own = createWireClient(address, token);
  keep(
    await own.send(ChangePasswordDocument, {
      input: { current: CANARY.wrongPassword, password: CANARY.newPassword },
    }),
  );
  keep(
    await own.send(ChangePasswordDocument, {
      input: { current: CANARY.password, password: CANARY.newPassword },
    }),
  );

  // A second factor: an authenticator, and the codes for the day on which it is lost.
  const begun = (await own.send(BeginSecondFactorDocument, {})).data!.beginSecondFactor;
  if (begun.__typename !== 'SecondFactorOffer') throw new Error(JSON.stringify(begun));
  secrets.push(begun.letters, begun.address);
  const totp = new TOTP({ secret: Secret.fromBase32(begun.letters) });
  /** With spaces, as authenticators show them: six digits alone may stand anywhere. */
  const codeAt = (seconds: number) => {
    const spaced = totp
      .generate({ timestamp: NOON.getTime() + seconds * 1000 })
      .split('')
      .join(' ');
    secrets.push(spaced);
    return spaced;
  };
  const confirm = (typed: string) => own.send(ConfirmSecondFactorDocument, { code: typed });
  keep(await confirm(CANARY.wrongCode));
  const on = (await confirm(codeAt(0))).data!.confirmSecondFactor;
  if (on.__typename !== 'SecondFactorOn') throw new Error(JSON.stringify(on));
  secrets.push(...on.recoveryCodes, ...on.recoveryCodes.map((one) => one.replaceAll('-', '')));
  for (const typed of [CANARY.wrongCode, CANARY.wrongRecovery, codeAt(30), on.recoveryCodes[0]!]) {
    const answer = (await enter(CANARY.login, CANARY.newPassword, typed)).data!.signIn;
    if (answer.__typename === 'SignedIn') secrets.push(answer.token!);
    else keep(answer);
  }
  // Codes that are none.
  const password = CANARY.newPassword;
  keep(
    await nobody.send(AcceptInvitationDocument, {
      input: { region: REGION, code: CANARY.wrongInvitation, password },
    }),
  );
  const first = { region: REGION, name: CANARY.name, login: CANARY.otherLogin, password };
  keep(await nobody.send(SetUpDocument, { input: { ...first, code: CANARY.wrongInvitation } }));

  // A wall, and a program.
  const pairing = (await nobody.send(RequestPairingDocument, { region: REGION })).data!.requestPairing;
  if (pairing.__typename !== 'PairingCode') throw new Error(JSON.stringify(pairing));
  secrets.push(pairing.code, pairing.code.replaceAll('-', ''), pairing.pollToken);
  const pair = (typed: string, name: string) =>
    admin.send(ApprovePairingDocument, {
      input: { region: REGION, key: randomUUID(), code: typed, name, unitIds: null, level: 'OFFICE' },
    });
  keep(await pair(CANARY.wrongPairing, CANARY.device));
  keep(await pair(pairing.code, CANARY.device.repeat(9)));
  const claim = async () =>
    (
      await nobody.send(ClaimPairingDocument, {
        input: { region: REGION, pollToken: pairing.pollToken, keep: 'TOKEN' },
      })
    ).data!.claimPairing;
  keep(await claim());
  expect((await pair(pairing.code, CANARY.device)).data!.approvePairing.__typename).toBe('DeviceRecorded');
  const paired = await claim();
  if (paired.__typename !== 'DevicePaired') throw new Error(JSON.stringify(paired));
  secrets.push(paired.token!);
  keep(await claim());
  await post({ query: '{ viewer { kind } }' }, paired.token!);
  await post({ query: `{ employees(region: "${REGION}") { edges { node { name } } } }` }, paired.token!);
  const made = (
    await admin.send(CreateServiceDocument, {
      input: {
        region: REGION,
        key: randomUUID(),
        name: CANARY.service,
        scopes: ['UNITS'],
        unitIds: null,
        expiresAt: new Date(NOON.getTime() + 86_400_000).toISOString(),
        quotaPerHour: 2,
      },
    })
  ).data!.createService;
  if (made.__typename !== 'ServiceRecorded') throw new Error(JSON.stringify(made));
  secrets.push(made.token!);
  for (let n = 0; n < 3; n += 1) await post({ query: '{ __typename }' }, made.token!);
  const rotated = (
    await admin.send(RotateServiceDocument, {
      input: { region: REGION, key: randomUUID(), id: made.service.id, overlapHours: 0 },
    })
  ).data!.rotateService;
  if (rotated.__typename !== 'ServiceRecorded') throw new Error(JSON.stringify(rotated));
  secrets.push(rotated.token!);
  await post({ query: '{ __typename }' }, made.token!);

  // The organisation's own sign-on: ways back that are wrong, and one that is right.
  for (const query of [
    { code: CANARY.signOnCode, state: CANARY.signOnCode },
    { error: 'access_denied', error_description: CANARY.signOnTrouble, state: CANARY.signOnCode },
    { code: [CANARY.nip, CANARY.signOnCode].join(' ') },
  ]) {
    const back = await fetch(`${address}/auth/oidc/callback?${new URLSearchParams(query).toString()}`, {
      redirect: 'manual',
      headers: { cookie: `pantau_oidc=${CANARY.signOnCode}` },
    });
    expect(back.status).toBe(303);
    told.push(JSON.stringify([...back.headers]), await back.text());
  }
  const browser = new TestBrowser();
  const back = await browser.signIn(
    new URL(`${address}/auth/oidc/start`),
    `${address}/auth/oidc/callback`,
    CANARY.login,
  );
  secrets.push(back.searchParams.get('code')!, back.searchParams.get('state')!);
  told.push((await browser.go(back, 'nowhere')).url.href);
  const session = /pantau_session=([^;]+)/.exec(browser.cookiesFor('/graphql'))?.[1];
  expect(session).toMatch(/^pts_/);
  secrets.push(session!);

  // Work.
  const observer = await signIn(pantau, REGION, { roles: [{ role: 'OBSERVER' }, { role: 'LEADERSHIP' }] });
  secrets.push(observer.token);
  const watching = createWireClient(address, observer.token);
  const input = (changed: object = {}) => ({
    region: REGION,
    key: randomUUID(),
    employeeId,
    indicatorId,
    value: '14',
    observedAt: '2026-11-24T04:00:00Z',
    note: CANARY.note,
    ...changed,
  });
  const logged = (await watching.send(LogObservationDocument, { input: input() })).data!.logObservation;
  if (logged.__typename !== 'ObservationRecorded') throw new Error(logged.code);
  keep(await watching.send(LogObservationDocument, { input: input({ note: CANARY.note.repeat(60) }) }));
  keep(await watching.send(LogObservationDocument, { input: input({ note: `${CANARY.note}\u202e` }) }));
  keep(await watching.send(LogObservationDocument, { input: input({ value: CANARY.nip }) }));
  keep(await own.send(LogObservationDocument, { input: input() }));
  const corrected = await watching.send(CorrectObservationDocument, {
    input: {
      region: REGION,
      key: randomUUID(),
      observationId: logged.observation.id,
      value: '16',
      observedAt: '2026-11-24T04:00:00Z',
      note: CANARY.note,
      reason: CANARY.reason,
    },
  });
  expect(corrected.data?.correctObservation.__typename).toBe('ObservationRecorded');
  keep(corrected);
  const { rows } = await client.query('select id from observation order by id desc limit 1');
  const contested = await own.send(ContestObservationDocument, {
    input: {
      region: REGION,
      key: randomUUID(),
      observationId: rows[0].id,
      employeeId,
      reason: CANARY.reason,
      evidence: [CANARY.evidence],
    },
  });
  expect(contested.data!.contestObservation.__typename).toBe('ContestOpened');
  keep(contested);
  const asked = await own.send(RequestCorrectionDocument, {
    input: {
      region: REGION,
      key: randomUUID(),
      about: 'NAME',
      text: CANARY.correction,
      wanted: CANARY.wanted,
    },
  });
  expect(asked.data!.requestCorrection.__typename).toBe('DataCorrectionRecorded');
  keep(asked);

  const ruling = {
    ...{ region: REGION, key: randomUUID(), decision: 'REJECTED' as const, value: null, note: CANARY.ruling },
  };
  const { contest } = contested.data!.contestObservation as { contest: { id: string } };
  for (const by of [watching, own, admin]) {
    keep(
      await by.send(RuleContestDocument, {
        input: { ...ruling, key: randomUUID(), contestId: contest.id, ruledBy: employeeId },
      }),
    );
  }
  const { rows: requests } = await client.query('select id from correction_request');
  const answered = await admin.send(AnswerCorrectionDocument, {
    input: {
      region: REGION,
      key: randomUUID(),
      id: requests[0].id,
      decision: 'CORRECTED',
      note: CANARY.answer,
    },
  });
  expect(answered.data!.answerCorrection.__typename).toBe('DataCorrectionRecorded');
  keep(answered);
  // A citizen, who has no account, and the office.
  const filing = () => ({
    ...{ region: REGION, key: randomUUID(), class: 'GRIEVANCE' as const, naming: 'SECRET' as const },
    ...{ unit: unitId, text: CANARY.complaint },
    complainant: { name: CANARY.complainant, contact: CANARY.contact },
  });
  const unitId = (await client.query(`select id from org_unit order by office_order limit 1`)).rows[0].id;
  const filed = (await nobody.send(FileComplaintDocument, { input: filing() })).data!.fileComplaint;
  if (filed.__typename !== 'ComplaintFiled') throw new Error(JSON.stringify(filed));
  secrets.push(filed.trackingCode, filed.trackingCode.replaceAll('-', ''));
  keep(filed);
  keep(await own.send(FileComplaintDocument, { input: { ...filing(), naming: 'ANONYMOUS' } }));
  keep(await nobody.send(FileComplaintDocument, { input: { ...filing(), text: '' } }));
  for (const typed of [filed.trackingCode, CANARY.wrongTracking])
    keep(await nobody.send(TrackComplaintDocument, { region: REGION, code: typed }));
  const { rows: complaints } = await client.query('select id from complaint');
  const handled = { region: REGION, id: complaints[0].id as string };
  const opening = { ...handled, key: randomUUID(), reason: CANARY.opening };
  for (const by of [own, admin, admin]) {
    const opened = await by.send(OpenComplainantDocument, { input: opening });
    if (by === admin) expect(opened.data!.openComplainant).toMatchObject({ name: CANARY.complainant });
    else keep(opened);
  }
  keep(
    await admin.send(AnswerComplaintDocument, {
      input: { ...handled, key: randomUUID(), answer: CANARY.complaintAnswer },
    }),
  );
  // The same citizen at the counter.
  const madeCounter = (
    await admin.send(MakeCounterDocument, {
      input: { region: REGION, key: randomUUID(), unit: unitId, name: CANARY.counter },
    })
  ).data!.makeCounter;
  if (madeCounter.__typename !== 'CounterRecorded') throw new Error(JSON.stringify(madeCounter));
  const { code: sheet } = madeCounter.counter;
  secrets.push(sheet, sheet.replaceAll('-', ''));
  const leaving = () => ({
    ...{ region: REGION, key: randomUUID(), code: sheet, ratings: [{ element: 'U3' as const, rating: 3 }] },
    ...{ text: CANARY.suggestion, contact: CANARY.feedbackContact },
  });
  const left = (await nobody.send(LeaveFeedbackDocument, { input: leaving() })).data!.leaveFeedback;
  if (left.__typename !== 'FeedbackLeft') throw new Error(JSON.stringify(left));
  secrets.push(left.erasureCode!, left.erasureCode!.replaceAll('-', ''));
  keep({ cursor: left.cursor });
  keep(await own.send(LeaveFeedbackDocument, { input: { ...leaving(), contact: null } }));
  keep(await nobody.send(LeaveFeedbackDocument, { input: { ...leaving(), ratings: [] } }));
  keep(await nobody.send(LeaveFeedbackDocument, { input: { ...leaving(), contact: '08' } }));
  for (const typed of [CANARY.wrongTracking, CANARY.wrongTracking])
    keep(
      await nobody.send(EraseFeedbackContactDocument, {
        input: { region: REGION, key: randomUUID(), code: typed },
      }),
    );
  const { rows: feedback } = await client.query('select id from feedback where erasure_hash is not null');
  const openingContact = { region: REGION, id: feedback[0].id as string, reason: CANARY.feedbackOpening };
  for (const by of [own, admin]) {
    const opened = await by.send(OpenFeedbackContactDocument, {
      input: { ...openingContact, key: randomUUID() },
    });
    if (by === admin)
      expect(opened.data!.openFeedbackContact).toMatchObject({ contact: CANARY.feedbackContact });
    else keep(opened);
  }
  // The same citizen in a forum: asks, is promised something, and signs.
  const forum = await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR' }] });
  secrets.push(forum.token);
  const facilitator = createWireClient(address, forum.token);
  const { session: held } = await planForumSession(facilitator, {
    ...{ region: REGION, unit: unitId, heldOn: '2026-11-24' },
  });
  let seq = 0;
  const entry = (part: object, id: string = randomUUID()): ForumEntryInput => ({
    ...{ id, seq: (seq += 1), takenAt: NOON.toISOString() },
    ...part,
  });
  const device = randomUUID();
  const write = async (by: typeof admin, ...entries: ForumEntryInput[]) => {
    const written = await by.send(LogForumEntriesDocument, {
      input: { region: REGION, session: held, device, deviceNow: NOON.toISOString(), entries },
    });
    told.push(JSON.stringify(written));
    return written.data?.logForumEntries.results.map(({ state, refusal }) => refusal?.code ?? state);
  };
  const outcome = (text: string, more: object = {}) => ({ outcome: { kind: 'ISSUE', text, ...more } });
  const promised = { kind: 'COMMITMENT', ownerUnit: unitId, workingDays: 5 };
  const [asking, wrong, promising] = [
    entry(outcome(CANARY.asked, { trackingCode: CANARY.askerCode })),
    entry(outcome(CANARY.notAsked)),
    entry(outcome(CANARY.promise, promised)),
  ];
  const strokes = [CANARY.stroke.split(',').map(Number)];
  const sign = (role: string) => entry({ sign: { role, name: CANARY.signer, strokes, covers: [] } });
  expect(await write(facilitator, entry({ open: true }), asking, wrong, promising)).toEqual(
    Array.from({ length: 4 }, () => 'TAKEN'),
  );
  expect(
    await write(
      facilitator,
      ...[asking, { ...asking, outcome: { ...asking.outcome!, trackingCode: CANARY.wrongAsker } }],
      entry(outcome(CANARY.asked, { trackingCode: CANARY.askerCode })),
      entry(outcome(CANARY.asked, { trackingCode: CANARY.nip })),
      entry(outcome(`${CANARY.asked}\u202e`)),
      entry(outcome(CANARY.promise.repeat(40), promised)),
      entry({ withdraw: { outcome: wrong.id, why: CANARY.withdrawal } }),
      ...[entry({ close: true }), entry({ readBack: true })],
      entry({ sign: { role: 'CITIZEN', name: CANARY.signer.repeat(9), strokes, covers: [] } }),
      ...[sign('CITIZEN'), sign('CITIZEN')],
      ...[sign('OFFICER'), entry(outcome(CANARY.asked))],
      entry({ report: { commitment: promising.id, state: 'STARTED', note: CANARY.report } }),
      {
        ...entry({ report: { commitment: promising.id, state: 'STARTED', note: CANARY.report } }),
        ...{ takenAt: new Date(NOON.getTime() + 60_000).toISOString(), reason: CANARY.amendment },
      },
    ),
  ).toEqual([
    ...['TAKEN', 'IDEMPOTENCY_CONFLICT', 'TRACKING_CODE_TAKEN', 'TRACKING_CODE_UNREADABLE'],
    ...['NOTE_UNREADABLE', 'OUTCOME_TEXT_LENGTH', 'TAKEN', 'TAKEN', 'TAKEN', 'SIGNER_NAME_LENGTH', 'TAKEN'],
    ...['TAKEN', 'TAKEN', 'AMENDED', 'AMENDED', 'AMENDED'],
  ]);
  await write(own, sign('CITIZEN'));
  await write(nobody, asking);
  const seen = await facilitator.send(ForumSessionDocument, { region: REGION, id: held });
  expect(seen.data!.forumSession!.signatures).toHaveLength(3);
  keep(seen);
  // Whoever may not see who signed is told nothing of it.
  told.push(
    JSON.stringify(
      (await own.send(ForumSessionDocument, { region: REGION, id: held })).data!.forumSession!.signatures,
    ),
  );
  for (const code of [CANARY.askerCode, CANARY.wrongAsker, CANARY.nip])
    keep(await nobody.send(TrackForumOutcomeDocument, { region: REGION, code }));
  for (const [method, path, by] of [
    ['GET', `minutes/${held}.pdf`, forum.token],
    ['GET', `minutes/${held}.pdf`, token],
    ['PUT', `photos/${randomUUID()}?session=${held}`, forum.token],
    ['PUT', `photos/${CANARY.nip}?session=${CANARY.nip}`, forum.token],
  ] as const) {
    const answer = await fetch(`${address}/forum/${path}`, {
      ...{ method, headers: { authorization: `Bearer ${by}` } },
      ...(method === 'PUT' ? { body: CANARY.signer } : {}),
    });
    told.push(JSON.stringify([...answer.headers]));
    if (answer.status !== 200) told.push(await answer.text());
  }
  told.push(JSON.stringify(await draft(pantau, { cap: '130' }, { note: CANARY.policy })));
  const { rows: accounts } = await client.query('select id from account where login = $1', [CANARY.login]);
  const renewed = (
    await admin.send(ChangeAccountDocument, {
      input: { region: REGION, key: randomUUID(), accountId: accounts[0].id, step: 'UNLOCK' },
    })
  ).data!.changeAccount;
  keep(renewed);

  // Reading, over both doors.
  const list = await watching.send(EmployeesDocument, { region: REGION, first: 2 });
  keep(list);
  for await (const message of watching.subscribe(WallDocument, { region: REGION, after: null })) {
    // What was promised in public is on the wall; nothing else of it is.
    expect(JSON.stringify(message)).toContain(CANARY.promise);
    told.push(JSON.stringify(message).replaceAll(CANARY.promise, ''));
    break;
  }
  const file = await fetch(`${address}/export/my-data.json`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await file.text()).toContain(CANARY.nip);
  told.push(JSON.stringify([...file.headers]));

  // What is wrong with the question itself: its values. Names of fields are the client's own words.
  const socket = createClient({
    url: `${address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${observer.token}` },
    retryAttempts: 0,
  });
  const overSocket = async (body: { query: string; variables?: Record<string, unknown> }) => {
    try {
      for await (const message of socket.iterate(body)) return message;
    } catch (error) {
      return error;
    }
    return null;
  };
  const V = { nip: CANARY.nip };
  for (const body of [
    { query: `{ employees(region: "${CANARY.nip}") { edges { cursor } } }` },
    { query: `query($nip: RegionCode!) { employees(region: $nip) { edges { cursor } } }`, variables: V },
    { query: `query($nip: UUID!) { employee(region: "${REGION}", id: $nip) { id } }`, variables: V },
    {
      query: `query($nip: Int!) { employees(region: "${REGION}", first: $nip) { edges { cursor } } }`,
      variables: { nip: CANARY.name },
    },
    { query: `{ employees(region: "${REGION}", first: ${CANARY.nip}) { edges { cursor } } }` },
    { query: `{ employees(region: "${REGION}", first: "${CANARY.nip}") { edges { cursor } } }` },
    { query: `{ employees(region: "${REGION}", after: "${CANARY.nip}") { edges { cursor } } }` },
    { query: `{ employee(region: "${REGION}", id: "${CANARY.nip}") { id } }` },
    { query: `{ observations(region: "${REGION}", employee: "${CANARY.name}") { edges { cursor } } }` },
    { query: `{ employees(region: "${REGION}") { edges { cursor } } ${CANARY.name}` },
    { query: `{ "${CANARY.nip}" }` },
    {
      query: `mutation($i: LogObservationInput!) { logObservation(input: $i) { __typename } }`,
      variables: { i: input({ evil: CANARY.name }) },
    },
    {
      query: `mutation($i: RequestCorrectionInput!) { requestCorrection(input: $i) { __typename } }`,
      variables: { i: { region: REGION, key: CANARY.nip, about: CANARY.name, text: 1 } },
    },
    { query: `subscription { wall(region: "${REGION}", after: "${CANARY.nip}") { __typename } }` },
    `{"query": "${CANARY.nip}`,
    '{}',
  ]) {
    const answer = await post(body, observer.token);
    expect(answer.errors).toBeDefined();
    if (typeof body === 'string' || !('query' in body)) continue;
    const late = new Promise((resolve) => setTimeout(resolve, 2_000, 'nothing came').unref());
    told.push(JSON.stringify(await Promise.race([overSocket(body), late])));
  }
  await post({ query: '{ __typename }' }, `${token}x`);
  await post({ query: '{ __typename }' }, CANARY.nip);
  await fetch(`${address}/graphql?nip=${CANARY.nip}`);
  for (const page of ['/livez', '/readyz', '/metrics', '/healthz', '/debug']) {
    const answer = await fetch(`${address}${page}`);
    told.push(await answer.text(), JSON.stringify([...answer.headers]));
  }
  await fetch(`${address}/${CANARY.nip}`).then(async (gone) => told.push(JSON.stringify([...gone.headers])));

  // The database itself refuses.
  await client.query(`alter table observation add constraint broken check (note is null) not valid`);
  await client.query(`alter table account add constraint broken check (login like 'test%') not valid`);
  await client.query(`alter table correction_request add constraint broken check (text is null) not valid`);
  await client.query(`alter table complaint add constraint broken check (text is null) not valid`);
  await client.query(`alter table feedback add constraint broken check (text is null) not valid`);
  await client.query(`alter table forum_entry add constraint broken check (said is null) not valid`);
  await client.query(`alter table contest add constraint broken check (reason is null) not valid`);
  await client.query(`alter table employee add constraint broken check (nip <> '${CANARY.nip}') not valid`);
  const failing = [
    await watching.send(LogObservationDocument, { input: input() }),
    await invite(CANARY.otherLogin, null),
    await nobody.send(FileComplaintDocument, { input: filing() }),
    await nobody.send(LeaveFeedbackDocument, { input: leaving() }),
    await facilitator.send(LogForumEntriesDocument, {
      input: {
        ...{ region: REGION, session: held, device, deviceNow: NOON.toISOString() },
        entries: [sign('CITIZEN')],
      },
    }),
    await own.send(RequestCorrectionDocument, {
      input: {
        region: REGION,
        key: randomUUID(),
        about: 'NAME',
        text: CANARY.correction,
        wanted: CANARY.wanted,
      },
    }),
  ];
  for (const { errors, data } of failing) {
    expect([data, errors?.map(({ extensions }) => extensions?.['code'])]).toEqual([null, ['INTERNAL']]);
    told.push(JSON.stringify(errors));
  }
  await importTexts(pantau, {
    employees: `${header}\n${CANARY.nip},${CANARY.name} II,PNS,35.78.26.1006,x`,
  }).catch((error: Error) => told.push(error.message, String(error.stack)));
  told.push(await pantau.metrics.text());
  void socket.dispose();
  for (const one of [admin, nobody, own, watching, facilitator]) await one.close();
});

const names = Object.entries(CANARY);
/** Where a canary stands in a text, by its name: a failing test must not print the value either. */
const found = (text: string) => [
  ...names
    .filter(([, value]) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1)))
    .map(([name]) => name),
  // Columns of bytes are dumped in hexadecimal.
  ...secrets.flatMap((value, place) =>
    [value, Buffer.from(value).toString('hex'), Buffer.from(value).toString('base64url')].some((spelt) =>
      text.includes(spelt),
    )
      ? [`secret ${place}`]
      : [],
  ),
];

it('the log of the server holds none of them', () => {
  expect(log.length).toBeGreaterThan(2);
  expect(log.flatMap((line) => found(line).map((name) => [name, line.slice(0, 300)]))).toEqual([]);
});

it('the log of PostgreSQL holds none of them', async () => {
  const text = await readFile(join(home, 'postgres.log'), 'utf8');
  expect(text).toMatch(/constraint "broken"/);
  expect(found(text)).toEqual([]);
});

it('nothing of them goes over Redis', async () => {
  expect(overRedis.some((line) => /publish/i.test(line))).toBe(true);
  expect(overRedis.flatMap(found)).toEqual([]);
  const asking = new Redis(redis.url);
  const kept = await asking.keys('*');
  asking.disconnect();
  // It keeps nothing: what has to be kept is in PostgreSQL.
  expect(kept).toEqual([]);
});

it('no error, refusal, finding, cursor, id or header repeats them', () => {
  expect(told.length).toBeGreaterThan(60);
  expect(told.flatMap((text) => found(text).map((name) => [name, text.slice(0, 300)]))).toEqual([]);
});

it('only the tables that are there for them hold them, and those hold no secret', async () => {
  const tables = await client.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const holding: Record<string, string[]> = {};
  for (const { relname } of tables.rows) {
    const { rows } = await client.query(`select to_jsonb(t)::text as line from ${relname} t`);
    const names = [...new Set(rows.flatMap(({ line }) => found(line)))].sort();
    if (names.length > 0) holding[relname] = names;
  }
  expect(holding).toEqual({
    // Whose account was tried at the door, and what a name was opened for; for auditors, erased when its time is over.
    audit_detail: ['feedbackOpening', 'login', 'opening'],
    employee: ['name', 'nip'],
    account: ['login', 'name'],
    observation: ['note', 'reason'],
    contest: ['evidence', 'reason'],
    complaint: ['complaint', 'complaintAnswer'],
    service_counter: ['counter'],
    // What is said in a forum is public; who signed stands in the entries alone, and no code anywhere.
    forum_entry: ['amendment', 'asked', 'notAsked', 'promise', 'report', 'signer', 'stroke', 'withdrawal'],
    forum_outcome: ['asked', 'notAsked', 'promise'],
    forum_minutes: ['asked', 'promise'],
    commitment: ['promise'],
    commitment_step: ['report'],
    change_log: ['asked', 'notAsked', 'promise'],
    feedback: ['suggestion'],
    correction_request: ['answer', 'correction', 'wanted'],
    scoring_policy: ['policy'],
    wall_device: ['device'],
    service_token: ['service'],
  });
});
