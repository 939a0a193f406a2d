import { addDays } from '../working-days.js';

/** An appointment to a unit. Days are 'YYYY-MM-DD', both inside. */
export interface Assignment {
  readonly unitId: string;
  /** ACTING: Plt. or Plh., who stands in for a while and keeps the regular post. */
  readonly kind: 'REGULAR' | 'ACTING';
  readonly startsOn: string;
  /** Null: open. A regular appointment also ends where the next regular one begins. */
  readonly endsOn: string | null;
}

/** Days off duty (cuti), both inside. */
export interface Leave {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** How many days of a period somebody served in a unit, 1 or more. */
export interface Placement {
  readonly unitId: string;
  readonly days: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Where somebody served in a period, by days, sorted by unit: each day counts in one unit at most, and a day of leave
 * in none (rules SD in docs/SCORING.md). The order of assignments and leaves decides nothing.
 */
export function placementsIn(
  period: { readonly startsOn: string; readonly endsOn: string },
  assignments: readonly Assignment[],
  leaves: readonly Leave[],
): Placement[] {
  const appointments = assignments.toSorted(laterFirst);
  const days = new Map<string, number>();
  // Between two edges nothing changes, so one look at the first day tells them all.
  const edges = edgesOf(period, [...assignments, ...leaves]);
  edges.slice(1).forEach((end, i) => {
    const day = edges[i]!;
    const unitId = isOnLeave(day, leaves) ? null : unitOn(day, appointments);
    if (unitId === null) return;
    days.set(unitId, (days.get(unitId) ?? 0) + (Date.parse(end) - Date.parse(day)) / DAY_MS);
  });
  return [...days]
    .map(([unitId, served]) => ({ unitId, days: served }))
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
}

/** The days from which something is another than the day before, from the first day of the period to the day after it. */
function edgesOf(
  period: { readonly startsOn: string; readonly endsOn: string },
  spans: readonly { readonly startsOn: string; readonly endsOn: string | null }[],
): string[] {
  const inside = spans
    .flatMap(({ startsOn, endsOn }) => (endsOn === null ? [startsOn] : [startsOn, addDays(endsOn, 1)]))
    .filter((day) => period.startsOn < day && day <= period.endsOn);
  return [period.startsOn, ...new Set(inside.sort()), addDays(period.endsOn, 1)];
}

function isOnLeave(day: string, leaves: readonly Leave[]): boolean {
  return leaves.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}

/** The appointment that holds on a day, whatever order they come in; null: none does. */
export function assignmentOn<A extends Assignment>(day: string, assignments: readonly A[]): A | null {
  return inForceOn(day, assignments.toSorted(laterFirst));
}

function unitOn(day: string, appointments: readonly Assignment[]): string | null {
  return inForceOn(day, appointments)?.unitId ?? null;
}

/** Of the appointments, latest first: an acting one that covers the day, else the regular one that began last. */
function inForceOn<A extends Assignment>(day: string, appointments: readonly A[]): A | null {
  const covers = ({ endsOn }: Assignment) => endsOn === null || day <= endsOn;
  const begun = appointments.filter(({ startsOn }) => startsOn <= day);
  const acting = begun.find((appointment) => appointment.kind === 'ACTING' && covers(appointment));
  const inForce = acting ?? begun.find(({ kind }) => kind === 'REGULAR');
  return inForce !== undefined && covers(inForce) ? inForce : null;
}

/** By first day, then by unit, then by last day: whatever order the rows come in, the same one holds. */
function laterFirst(a: Assignment, b: Assignment): number {
  const [one, other] = [a, b].map(
    ({ startsOn, unitId, endsOn }) => `${startsOn} ${unitId} ${endsOn ?? 'open'}`,
  );
  return one === other ? 0 : one! > other! ? -1 : 1;
}
