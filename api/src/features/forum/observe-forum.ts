import type { Fact, FactOf } from '../../domain/facts.js';
import { localDate } from '../../domain/calendar.js';
import { COMMAND_LINE, type Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { logObservation } from '../observations/log-observation.js';
import type { HasObservations } from '../observations/observation.store.js';

type Needs = HasEmployees & HasIndicators & HasObservations & HasClock;

/** Share of promises kept in time, and sessions held: the codes of the catalogue that the forum feeds. */
const KEPT_IN_TIME = 'FRM-01';
const SESSIONS_HELD = 'FRM-02';

/** The record says that the forum saw it, and no person. */
const FORUM: Actor = { ...COMMAND_LINE, id: 'forum' };

/** A promise kept in time, or late, is an observation of whoever of its unit answers for that by their plan. */
export async function observeCommitment(
  tx: Needs,
  facts: readonly FactOf<'CommitmentChanged'>[],
): Promise<readonly Fact[]> {
  const all: Fact[] = [];
  for (const { commitment, kept, at } of facts) {
    if (kept === null) continue;
    const { text, dueOn, unitId } = commitment;
    const note =
      kept === '100'
        ? `Janji forum selesai tepat waktu (tenggat ${dueOn}): ${text}`
        : `Janji forum lewat tenggat ${dueOn}: ${text}`;
    all.push(...(await observe(tx, { code: KEPT_IN_TIME, unitId, value: kept, at, note })));
  }
  return all;
}

/** A session that was held to its end is an observation of whoever of the inviting unit answers for that. */
export async function observeForumHeld(
  tx: Needs,
  facts: readonly FactOf<'ForumHeld'>[],
): Promise<readonly Fact[]> {
  const all: Fact[] = [];
  for (const { unitId, title, closedAt } of facts) {
    const note = `Pertemuan forum terlaksana: ${title}`;
    all.push(...(await observe(tx, { code: SESSIONS_HELD, unitId, value: '1', at: closedAt, note })));
  }
  return all;
}

/**
 * Nobody is observed where the region has no such indicator, nobody of the unit plans for it, or the period is closed:
 * the forum goes on all the same.
 */
async function observe(
  tx: Needs,
  seen: { code: string; unitId: string; value: string; at: Date; note: string },
): Promise<readonly Fact[]> {
  const [indicator] = await tx.indicators.byCodes([seen.code]);
  if (indicator === undefined) return [];
  const planned = await tx.indicators.plannedIn(seen.unitId, localDate(seen.at), indicator.id);
  const all: Fact[] = [];
  for (const employeeId of planned) {
    const logged = await logObservation(tx, FORUM, {
      ...{ employeeId, indicatorId: indicator.id, value: seen.value, observedAt: seen.at },
      ...{ note: seen.note, observerId: null, behaviour: null },
    });
    if (logged.ok) all.push(...logged.facts);
  }
  return all;
}
