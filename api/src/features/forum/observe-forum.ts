import type { Fact, FactOf } from '../../domain/facts.js';
import { localDate } from '../../domain/calendar.js';
import { COMMAND_LINE, type Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { correctObservation } from '../observations/correct-observation.js';
import { importKeyOf } from '../observations/import-key.js';
import { logObservation } from '../observations/log-observation.js';
import type { ObservationRow } from '../observations/observation.entity.js';
import type { HasObservations } from '../observations/observation.store.js';
import { withdrawObservation } from '../observations/withdraw-observation.js';

type Needs = HasEmployees & HasIndicators & HasObservations & HasClock;

/** Share of promises kept in time, and sessions held: the codes of the catalogue that the forum feeds. */
const KEPT_IN_TIME = 'FRM-01';
const SESSIONS_HELD = 'FRM-02';

/** The record says that the forum saw it, and no person. */
const FORUM: Actor = { ...COMMAND_LINE, id: 'forum' };

/**
 * A promise kept in time, or late, is an observation of whoever of its unit answers for that by their plan: one for each
 * promise. What a tablet without a network brings later takes its place, and says why.
 */
export async function observeCommitment(
  tx: Needs,
  facts: readonly FactOf<'CommitmentChanged'>[],
): Promise<readonly Fact[]> {
  const all: Fact[] = [];
  for (const { commitment, kept, at } of facts) {
    if (kept === null) continue;
    const { id, text, dueOn, unitId } = commitment;
    const note =
      kept === '100'
        ? `Janji forum selesai tepat waktu (tenggat ${dueOn}): ${text}`
        : `Janji forum lewat tenggat ${dueOn}: ${text}`;
    for (const { employeeId, indicatorId } of await planned(tx, KEPT_IN_TIME, unitId, at)) {
      const importKey = importKeyOf(['forum promise', id, employeeId]);
      const before = await tx.observations.byImportKey(importKey);
      if (before !== null) all.push(...(await putRight(tx, before, { kept, at, note })));
      else if (kept !== 'TAKEN_BACK') {
        all.push(...(await observe(tx, { employeeId, indicatorId, value: kept, at, note, importKey })));
      }
    }
  }
  return all;
}

/** A session that was held to its end is an observation of whoever of the inviting unit answers for that. */
export async function observeForumHeld(
  tx: Needs,
  facts: readonly FactOf<'ForumHeld'>[],
): Promise<readonly Fact[]> {
  const all: Fact[] = [];
  for (const { sessionId, unitId, title, closedAt } of facts) {
    // Where it was held before the day that it was planned for, its entries are of that day, which is still to come.
    const at = closedAt > tx.now ? tx.now : closedAt;
    for (const { employeeId, indicatorId } of await planned(tx, SESSIONS_HELD, unitId, at)) {
      const importKey = importKeyOf(['forum held', sessionId, employeeId]);
      const note = `Pertemuan forum terlaksana: ${title}`;
      all.push(...(await observe(tx, { employeeId, indicatorId, value: '1', at, note, importKey })));
    }
  }
  return all;
}

/**
 * Who of a unit answers for an indicator of this code on a day; nobody where the region has no such indicator: the forum
 * goes on all the same.
 */
async function planned(tx: Needs, code: string, unitId: string, at: Date) {
  const [indicator] = await tx.indicators.byCodes([code]);
  if (indicator === undefined) return [];
  const people = await tx.indicators.plannedIn(unitId, localDate(at), indicator.id);
  return people.map((employeeId) => ({ employeeId, indicatorId: indicator.id }));
}

interface Seen {
  readonly employeeId: string;
  readonly indicatorId: string;
  readonly value: string;
  readonly at: Date;
  readonly note: string;
  readonly importKey: string;
}

/** Nobody is observed where the period is closed. */
async function observe(tx: Needs, { at: observedAt, ...seen }: Seen): Promise<readonly Fact[]> {
  const logged = await logObservation(tx, FORUM, {
    ...{ ...seen, observedAt, observerId: null, behaviour: null },
  });
  return logged.ok ? logged.facts : [];
}

/** Says of a promise what is known now. What somebody has put right by hand, or what is of a closed period, stays. */
async function putRight(
  tx: Needs,
  before: ObservationRow,
  { kept, at, note }: { readonly kept: '0' | '100' | 'TAKEN_BACK'; readonly at: Date; readonly note: string },
): Promise<readonly Fact[]> {
  const reason = 'Yang terjadi di pertemuan forum baru diketahui kemudian.';
  const observationId = before.id;
  const done =
    kept === 'TAKEN_BACK'
      ? await withdrawObservation(tx, FORUM, { observationId, reason })
      : await correctObservation(tx, FORUM, { observationId, value: kept, observedAt: at, note, reason });
  return done.ok ? done.facts : [];
}
