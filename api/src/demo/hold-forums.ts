import { createHash, randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Pantau } from '../app/compose.js';
import type { Stores } from '../app/stores.js';
import { localDate } from '../domain/calendar.js';
import { addDays } from '../domain/working-days.js';
import { logEntry } from '../features/forum/log-entry.js';
import { noteLate } from '../features/forum/note-late.js';
import { planSeries } from '../features/forum/plan-series.js';
import { keepCommitmentPhoto } from '../features/forum/photos/keep-photo.js';
import { redrawPhoto } from '../features/forum/photos/redraw-photo.js';
import { planSession, type PlanSession } from '../features/forum/plan-session.js';
import { ASKER_CODE_LENGTH, askerHash } from '../features/forum/read-entry.js';
import { readCode } from '../platform/auth/token.js';
import { DEMO } from './demo-actor.js';
import { drawEvidence, type EvidenceScene } from './draw-evidence.js';
import { forumEntries, type StoryIds } from './forum-entries.js';
import { FORUMS, type ForumStory } from './forum-stories.js';

type Needs = Pick<Pantau, 'unitOfWork' | 'key'>;

/** More forums than the demo has; sessions that are still to come are among the last so many. */
const ENOUGH = 100;

/**
 * Has forums meet, once, and tells of the promises that are late by now. Each time the demo is started, its forums have
 * a session before them: one that nobody has opened moves to today, so that there is always something to write down.
 */
export async function holdForums(pantau: Needs, stores: Stores, now: Date): Promise<void> {
  const { forum, units, regionCode } = stores;
  const known = await forum.seriesPage(null, null, ENOUGH);
  for (const story of FORUMS) {
    const [host] = await units.byCodes([story.unit]);
    if (host === undefined) continue;
    const there = known.find(({ unitId, name }) => unitId === host.id && name === story.name);
    if (there === undefined && known.length > 0) continue; // somebody has made other forums of it
    const seriesId = there?.id ?? (await found(pantau, regionCode, story, host.id));
    if (there === undefined) await holdPast(pantau, stores, story, seriesId, now);
    await planNext(pantau, stores, story, seriesId, now);
  }
  for (let more = known.length === 0; more;) {
    const command = { verb: 'noteLate', actor: DEMO, regionCode, key: randomUUID(), input: {} } as const;
    more = (await pantau.unitOfWork.run(command, noteLate)).ok;
  }
}

async function found(
  { unitOfWork }: Needs,
  regionCode: string,
  { kind, name, place, quorum }: ForumStory,
  unitId: string,
): Promise<string> {
  const input = { unitId, kind, name, place, quorum };
  const done = await unitOfWork.run(
    { verb: 'planForumSeries', actor: DEMO, regionCode, key: randomUUID(), input },
    (tx) => planSeries(tx, DEMO, input),
  );
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.seriesId;
}

async function plan({ unitOfWork }: Needs, regionCode: string, input: PlanSession): Promise<string> {
  const done = await unitOfWork.run(
    { verb: 'planForumSession', actor: DEMO, regionCode, key: randomUUID(), input },
    (tx) => planSession(tx, DEMO, input),
  );
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.sessionId;
}

async function holdPast(
  pantau: Needs,
  stores: Stores,
  story: ForumStory,
  seriesId: string,
  now: Date,
): Promise<void> {
  const { units, forum, regionCode } = stores;
  const key = pantau.key('forum-code');
  const owners = story.held.flatMap(({ said }) => said.flatMap(({ by }) => by?.unit ?? []));
  const named = await units.byCodes([...new Set([...owners, ...story.concerned])]);
  const ids: StoryIds = {
    unit: (code) => named.find((unit) => unit.code === code)!.id,
    labels: new Map(),
    askerHash: (code) => askerHash(key, regionCode, readCode(code, ASKER_CODE_LENGTH)!).toString('hex'),
  };
  const device = uuidv7();
  for (const session of story.held) {
    const heldOn = addDays(localDate(now), -session.daysAgo);
    const { place, startsAt, quorum } = story;
    const { title, agenda } = session;
    const sessionId = await plan(pantau, regionCode, {
      ...{ seriesId, sessionId: null, title, place, heldOn, startsAt, quorum, agenda },
      concerned: story.concerned.map(ids.unit),
    });
    const { agenda: items } = (await forum.session(sessionId))!;
    const begins = Date.parse(`${heldOn}T${startsAt}:00+07:00`);
    for (const [seq, { id, minute, said, shows }] of forumEntries(session, items, ids).entries()) {
      const takenAt = new Date(begins + minute * 60_000 + seq * 1_000);
      if (said.part === 'REPORT' && said.photo !== null && shows !== null) {
        await bring(pantau, regionCode, said.commitment, said.photo, shows);
      }
      const entry = { id, reason: null, said, device: { id: device, seq, takenAt, now } };
      // Names and codes are in it: the hash beside the key is of the id alone.
      const done = await pantau.unitOfWork.run(
        { verb: 'logForumEntries', actor: DEMO, regionCode, key: id, input: {} },
        (tx) => logEntry(tx, DEMO, sessionId, entry),
      );
      if (!done.ok) throw new Error(`${title}: ${done.refusal.code}`);
    }
  }
}

/** Brings the picture that a report will name, through the same drawing as anybody's. */
async function bring(
  { unitOfWork }: Needs,
  regionCode: string,
  commitmentId: string,
  id: string,
  scene: EvidenceScene,
): Promise<void> {
  const bytes = await drawEvidence(scene);
  const drawn = (await redrawPhoto(bytes))!;
  const sha256 = createHash('sha256').update(bytes).digest();
  const input = { id, commitmentId, sha256: sha256.toString('hex') };
  const done = await unitOfWork.run(
    { verb: 'putCommitmentPhoto', actor: DEMO, regionCode, key: id, input },
    (tx) => keepCommitmentPhoto(tx, { id, commitmentId, sha256, takenBy: DEMO.id }, drawn),
  );
  if (!done.ok) throw new Error(done.refusal.code);
}

async function planNext(
  pantau: Needs,
  { forum, units, regionCode }: Stores,
  { next, place, startsAt, quorum, concerned }: ForumStory,
  seriesId: string,
  now: Date,
): Promise<void> {
  const today = localDate(now);
  const filter = { unitIds: null, seriesId, from: null, to: null };
  const sessions = await forum.sessionPage(filter, null, ENOUGH);
  const waiting = sessions.find(({ phase }) => phase === 'PLANNED');
  if (waiting !== undefined && waiting.heldOn >= today) return;
  // One a day: whoever has held today's is not given another.
  if (sessions.some(({ heldOn }) => heldOn >= today)) return;
  await plan(pantau, regionCode, {
    ...{ seriesId, sessionId: waiting?.id ?? null, title: next.title, place, startsAt, quorum },
    heldOn: addDays(today, next.inDays),
    concerned: (await units.byCodes(concerned)).map(({ id }) => id),
    agenda: next.agenda,
  });
}
