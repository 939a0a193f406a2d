import { randomBytes, randomUUID } from 'node:crypto';
import { grantRole } from '../features/accounts/grant-role.js';
import { revokeGrant } from '../features/accounts/revoke-grant.js';
import { answerComplaint } from '../features/complaints/answer-complaint.js';
import { complainantPlace } from '../features/complaints/complainant-seal.js';
import { fileComplaint } from '../features/complaints/file-complaint.js';
import { feedbackContactPlace } from '../features/feedback/feedback-contact-seal.js';
import { leaveFeedback } from '../features/feedback/leave-feedback.js';
import { makeCounter } from '../features/feedback/make-counter.js';
import { reviewFeedback } from '../features/feedback/review-feedback.js';
import type { Said } from '../features/forum/entry-parts.js';
import { logEntry } from '../features/forum/log-entry.js';
import { planSeries } from '../features/forum/plan-series.js';
import { planSession } from '../features/forum/plan-session.js';
import { answerCorrection } from '../features/privacy/answer-correction.js';
import { requestCorrection } from '../features/privacy/request-correction.js';
import { COMMAND_LINE } from '../platform/auth/actor.js';
import type { Done } from '../platform/unit-of-work.js';
import { confirm, measureAsExpected, planFinishedQuarter, step } from './finished-quarter.js';
import { contest, log, rule } from './objections.js';
import { signIn, signInChief } from './sign-in.js';
import { draft, drop, signedWith } from './sign-policies.js';
import { importTexts, NIPS, REGION, type SmallOffice } from './small-office.js';

/** Some of each. */
const SOME = 6;

/** Fills every table of evidence beside the observations, as an office does. */
export async function writeEvidence(office: SmallOffice): Promise<void> {
  const people = await planFinishedQuarter(office);
  const { findings } = await importTexts(office, {
    assignments: `nip,unit,position,kind,starts_on,ends_on
${NIPS.sari},35.78.26.1004,Petugas Loket,REGULAR,2026-11-20,
${NIPS.budi},35.78.26,Plt Sekretaris Camat,ACTING,2026-11-02,2026-11-20
`,
    leaves: `nip,starts_on,ends_on\n${NIPS.dewi},2026-10-05,2026-10-09\n${NIPS.joko},2026-10-12,2026-10-13\n`,
  });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  await objections(office, people.sari, people.joko);
  await measureAsExpected(office, 'sari');
  await measureAsExpected(office, 'budi');
  await step(office, 'CLOSE');
  for (let n = 0; n < SOME; n += 1) {
    const { code } = await confirm(office, {
      ...{ employeeId: people.sari, appraiserId: people.budi, note: `Sesuai yang disepakati, catatan ${n}.` },
    });
    if (code !== undefined) throw new Error(code);
    // A score that has moved may be confirmed anew.
    await step(office, 'REOPEN', `Rekap terlambat ke-${n}.`);
    const late = `${NIPS.sari},ADM-01,${80 + n},2026-09-11 0${n}:00`;
    await importTexts(office, { observations: `nip,indicator,value,observed_at\n${late}\n` });
    await step(office, 'CLOSE');
  }
  for (let n = 0; n < 3; n += 1) {
    await signedWith(office, { cap: `${121 + n}` }, `2027-0${n + 1}-01`);
    const { version } = await draft(office, { cap: `${131 + n}` });
    if (n > 0) await drop(office, version!);
  }
  await grants(office);
  await requests(office, people.sari);
  await complaints(office);
  await feedback(office);
  await forums(office);
}

async function objections(office: SmallOffice, employeeId: string, ruledBy: string): Promise<void> {
  const { rows } = await office.database.client.query(`select id from indicator where code = 'ADM-03'`);
  for (let n = 0; n < SOME * 2; n += 1) {
    const observationId = await log(office, { employeeId, indicatorId: rows[0].id, value: String(10 + n) });
    const { id } = await contest(office, { employeeId, observationId });
    if (n % 3 === 0) continue;
    const decided = n % 3 === 1 ? {} : ({ decision: 'AMENDED', value: '9.5' } as const);
    await rule(office, { contestId: id!, ruledBy, ...decided });
  }
}

async function grants(office: SmallOffice): Promise<void> {
  await signInChief(office, REGION);
  const { accountId } = await signIn(office, REGION);
  for (const role of ['OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR'] as const) {
    const input = { accountId, role, unitId: null };
    await carryOut(office, 'grantRole', input, (tx) => grantRole(tx, COMMAND_LINE, input));
  }
  const { rows } = await office.database.client.query(
    'select id from role_grant where account_id = $1 order by id limit 2',
    [accountId],
  );
  for (const { id: grantId } of rows) {
    await carryOut(office, 'revokeGrant', { grantId }, (tx) => revokeGrant(tx, COMMAND_LINE, { grantId }));
  }
}

async function requests(office: SmallOffice, employeeId: string): Promise<void> {
  const person = { ...COMMAND_LINE, employeeId };
  for (let n = 0; n < SOME; n += 1) {
    const asked = {
      about: 'NAME',
      text: `Gelar saya keliru tertulis, surat ke-${n}.`,
      wanted: null,
    } as const;
    const { requestId } = await carryOut(office, 'requestCorrection', asked, (tx) =>
      requestCorrection(tx, person, asked),
    );
    if (n % 3 === 0) continue;
    const answer = { requestId, decision: 'CORRECTED', note: 'Sudah diperbaiki.' } as const;
    await carryOut(office, 'answerCorrection', answer, (tx) => answerCorrection(tx, COMMAND_LINE, answer));
  }
}

async function complaints(office: SmallOffice): Promise<void> {
  const { rows } = await office.database.client.query(
    `select id from org_unit order by office_order limit 1`,
  );
  const placeOf = (id: string) => complainantPlace(office, REGION, id);
  for (let n = 0; n < SOME; n += 1) {
    const filed = {
      ...({ unitId: rows[0].id, class: 'GRIEVANCE', channel: 'WEB', naming: 'SECRET' } as const),
      text: `Loket tutup pukul 11.4${n} padahal jadwalnya 12.00.`,
      complainant: { name: `Warga ${n}`, contact: `0812-5550-000${n}` },
    };
    const secrets = { trackingHashes: [randomBytes(32)], placeOf };
    const { complaintId } = await carryOut(office, 'fileComplaint', {}, (tx) =>
      fileComplaint(tx, COMMAND_LINE, filed, secrets),
    );
    if (n % 3 === 0) continue;
    const answer = { complaintId, answer: 'Jam loket sudah ditempel.' };
    await carryOut(office, 'answerComplaint', answer, (tx) =>
      answerComplaint(tx, COMMAND_LINE, answer, placeOf),
    );
  }
}

async function feedback(office: SmallOffice): Promise<void> {
  const { rows } = await office.database.client.query(
    `select id from org_unit order by office_order limit 1`,
  );
  const made = { unitId: rows[0].id, name: 'Loket 1' };
  const { counterId } = await carryOut(office, 'makeCounter', made, (tx) =>
    makeCounter(tx, COMMAND_LINE, made, () => randomBytes(32)),
  );
  const placeOf = (id: string) => feedbackContactPlace(office, REGION, id);
  for (let n = 0; n < SOME * 2; n += 1) {
    const waits = n % 2 === 0;
    const left = {
      ...{ counterId, taken: waits ? ('WAITING' as const) : ('COUNTED' as const) },
      ratings: [
        { element: 'U3' as const, rating: (n % 4) + 1 },
        { element: 'U7' as const, rating: 3 },
      ],
      text: n % 3 === 0 ? null : `Kursinya kurang, catatan ke-${n}.`,
      contact: n % 3 === 0 ? null : `0812-5550-100${n}`,
    };
    const secrets = { erasureHashes: [randomBytes(32)], placeOf };
    const { feedbackId } = await carryOut(office, 'leaveFeedback', {}, (tx) =>
      leaveFeedback(tx, left, secrets),
    );
    if (!waits || n % 3 === 0) continue;
    const decided = { feedbackId, decision: 'LEAVE_OUT', reason: 'REPEATED' } as const;
    await carryOut(office, 'reviewFeedback', decided, (tx) => reviewFeedback(tx, COMMAND_LINE, decided));
  }
}

/** Two sessions with all that devices send of one, until it is signed and amended. */
async function forums(office: SmallOffice): Promise<void> {
  const { rows } = await office.database.client.query(
    `select id from org_unit order by office_order limit 1`,
  );
  const unitId = rows[0].id as string;
  const founded = {
    ...({ unitId, kind: 'FORUM_WARGA', name: 'Forum Warga RW 3' } as const),
    ...{ place: 'Balai RW 3', quorum: 3 },
  };
  const { seriesId } = await carryOut(office, 'planForumSeries', founded, (tx) =>
    planSeries(tx, COMMAND_LINE, founded),
  );
  for (let held = 0; held < 2; held += 1) {
    const planned = {
      ...{ seriesId, sessionId: null, title: `Pertemuan ke-${held + 1}`, place: 'Balai RW 3' },
      ...{ heldOn: `2026-11-2${4 + held}`, startsAt: '19:00', quorum: 3, concerned: [], agenda: [] },
    };
    const { sessionId } = await carryOut(office, 'planForumSession', planned, (tx) =>
      planSession(tx, COMMAND_LINE, planned),
    );
    const device = randomUUID();
    let seq = 0;
    const log = async (said: Said, reason: string | null = null) => {
      const [id, at] = [randomUUID(), new Date('2026-11-26T02:00:00Z')];
      const entry = { id, reason, said, device: { id: device, seq: (seq += 1), takenAt: at, now: at } };
      await carryOut(office, 'logForumEntries', entry, (tx) => logEntry(tx, COMMAND_LINE, sessionId, entry));
      return id;
    };
    const outcome = (text: string, kind: 'ISSUE' | 'COMMITMENT') =>
      log({
        ...({
          part: 'OUTCOME',
          kind,
          text,
          item: null,
          unit: null,
          indicator: null,
          complaint: null,
        } as const),
        ...{ answers: null, trackingHash: kind === 'ISSUE' ? randomBytes(32).toString('hex') : null },
        ...{ ownerUnit: kind === 'ISSUE' ? null : unitId, ownerRole: null, dueOn: null },
        workingDays: kind === 'ISSUE' ? null : 5,
      });
    await log({ part: 'OPEN' });
    await log({ part: 'ATTEND', group: 'WOMEN', change: 7 });
    for (let n = 0; n < SOME; n += 1) await outcome(`Lampu jalan RT ${n} padam.`, 'ISSUE');
    const commitment = await outcome('Lampu jalan RT 2 menyala.', 'COMMITMENT');
    await log({ part: 'CLOSE' });
    await log({ part: 'READ_BACK' });
    for (const role of ['CITIZEN', 'CITIZEN', 'OFFICER'] as const) {
      await log({ part: 'SIGN', role, name: `Warga ${seq}`, strokes: [[1, 2, 3, seq]], covers: [] });
    }
    for (let n = 0; n < 3; n += 1) {
      const note = `Tiang ke-${n} sudah dipasang.`;
      await log(
        { part: 'REPORT', commitment, state: 'STARTED', note, photo: null, photoPublic: false },
        'Baru diketahui hari ini.',
      );
    }
  }
}

type Run = SmallOffice['unitOfWork']['run'];

/** Gives a command as the server's own. */
async function carryOut<T extends object, C extends string>(
  { unitOfWork }: SmallOffice,
  verb: Parameters<Run>[0]['verb'],
  input: object,
  act: Parameters<typeof unitOfWork.run<T, C>>[1],
): Promise<T> {
  const command = { verb, actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input };
  const done: Done<T, C> = await unitOfWork.run<T, C>(command, act);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}
