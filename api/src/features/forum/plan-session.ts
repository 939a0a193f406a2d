import { uuidv7 } from 'uuidv7';
import {
  acceptNames,
  acceptPlan,
  PLAN_REFUSALS,
  type PlannedItem,
  type PlanRefusalCode,
} from '../../domain/forum/accept-plan.js';
import type { AgendaItem } from '../../domain/forum/entry.js';
import { refused } from '../../domain/outcome.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasForum } from './forum.store.js';

/** What is planned of a session. */
export interface PlanSession {
  readonly seriesId: string;
  /** Null: a new one; else the one that is planned otherwise. */
  readonly sessionId: string | null;
  readonly title: string;
  readonly place: string;
  /** 'YYYY-MM-DD' in Asia/Jakarta. */
  readonly heldOn: string;
  readonly startsAt: string;
  readonly quorum: number;
  readonly concerned: readonly string[];
  /** Without last time's commitments, which always come first. */
  readonly agenda: readonly PlannedItem[];
}

/** Looking back at what was promised comes first, always. */
const LOOKING_BACK = { title: 'Janji pertemuan lalu', minutes: 10 };

/** Plans a session, or plans it otherwise as long as nobody has opened it. */
export async function planSession(
  tx: HasForum & HasUnits & HasClock,
  actor: Actor,
  plan: PlanSession,
): Promise<Verdict<{ sessionId: string }, PlanRefusalCode>> {
  const no = (code: 'FORUM_UNKNOWN' | 'FORUM_UNIT_UNKNOWN', field: string) =>
    refused(code, { ...PLAN_REFUSALS[code], field });
  const series = await tx.forum.series(plan.seriesId);
  if (series === null) return no('FORUM_UNKNOWN', 'series');
  const earlier = plan.sessionId === null ? null : await tx.forum.holdSession(plan.sessionId);
  if (plan.sessionId !== null && earlier?.seriesId !== series.id) return no('FORUM_UNKNOWN', 'session');
  const names = acceptNames({ name: plan.title, place: plan.place });
  if (!names.ok) {
    const { field } = names.refusal;
    return refused('FORUM_NAME_LENGTH', { ...names.refusal, field: field === 'name' ? 'title' : field });
  }
  const { heldOn, startsAt, quorum } = plan;
  const agenda = acceptPlan({ startsAt, quorum, agenda: plan.agenda }, earlier?.phase ?? null);
  if (!agenda.ok) return agenda;
  const concerned = [...new Set(plan.concerned)];
  if ((await tx.units.byIds(concerned)).length < concerned.length) {
    return no('FORUM_UNIT_UNKNOWN', 'concerned');
  }
  const id = earlier?.id ?? uuidv7();
  const idOf = idsOf(earlier?.agenda ?? []);
  const item = (kind: AgendaItem['kind'], { title, minutes }: PlannedItem): AgendaItem => ({
    ...{ id: idOf(kind, title), kind, title, minutes, startedAt: null, endedAt: null },
  });
  await tx.forum.putSession({
    ...{ regionCode: series.regionCode, id, seriesId: series.id, unitId: series.unitId },
    ...{ title: names.value.name, place: names.value.place, heldOn, startsAt, quorum, concerned },
    agenda: [item('COMMITMENTS', LOOKING_BACK), ...agenda.value.map((one) => item('TOPIC', one))],
    ...{ attendance: {}, scanned: 0, scannedGroups: {}, phase: 'PLANNED', openedAt: null, closedAt: null },
    ...{ sharedAt: null, readBackAt: null, signedAt: null },
    ...{ plannedAt: tx.now, plannedBy: actor.id },
  });
  return did({ sessionId: id }, [
    { kind: 'ForumPlanned', seriesId: series.id, sessionId: id, unitId: series.unitId },
  ]);
}

/**
 * An item that is still on the agenda keeps its id: tablets that were prepared before the change name it by that. Of equal
 * titles the first asked for gets the first.
 */
function idsOf(earlier: readonly AgendaItem[]): (kind: AgendaItem['kind'], title: string) => string {
  const left = [...earlier];
  return (kind, title) => {
    const at = left.findIndex((one) => one.kind === kind && one.title === title);
    return at === -1 ? uuidv7() : left.splice(at, 1)[0]!.id;
  };
}
