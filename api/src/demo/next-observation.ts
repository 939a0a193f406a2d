import { behaviourNote } from './behaviour-note.js';
import { bell } from './bell.js';
import { MEASURING, type Measuring } from './measuring.js';
import type { Points } from './plans.js';
import { attainmentAt, valueAt } from './value-at.js';

/** What an employee is asked for on one indicator, and how it stands. */
export interface LiveTarget extends Points {
  readonly indicatorId: string;
  readonly indicatorCode: string;
  readonly weight: number;
  /** Bounds of the indicator; null where there is none. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** The value realised in the period so far; null where nothing was measured. */
  readonly realised: number | null;
}

export interface LivePerson {
  readonly employeeId: string;
  readonly unitId: string;
  readonly plan: readonly LiveTarget[];
}

/** A core value that can be seen of everybody. */
export interface LiveCoreValue {
  readonly indicatorId: string;
  readonly behaviours: readonly { readonly code: string; readonly text: string }[];
}

export interface LiveObservation {
  readonly employeeId: string;
  readonly indicatorId: string;
  /** Canonical decimal. */
  readonly value: string;
  readonly note: string | null;
  /** Who saw it, and the code of what was seen, where it is behaviour. */
  readonly observerId: string | null;
  readonly behaviour: string | null;
}

/**
 * From here on the period is under way, in shares of all that is planned: what is missing now is missing for a reason
 * (a leave, a broken queue machine), and no new kinds of data come in.
 */
const UNDER_WAY = 0.8;

/** Before that, what is missing of a person is mostly measured first, so that a new quarter has scores soon. */
const SHARE_MISSING_FIRST = 0.7;

/** Things get a little better more often than a little worse. */
const SHARE_BETTER = 0.6;

/**
 * How far a reading strays from the level, in points of attainment: enough for a unit's score to move by hundredths,
 * and less near the top, where it could only fall.
 */
const STRAYS_MOST = 20;
const STRAYS_LEAST = 4;

const SHARE_WITH_NOTE = 0.4;

/** Of all that is observed so much is behaviour, and of that so much is above, and so much below what is expected. */
const SHARE_BEHAVIOUR = 0.2;
const SHARE_ABOVE = 0.42;
const SHARE_BELOW = 0.04;

/** For indicators that the demo does not know. */
const PLAIN: Pick<Measuring, 'decimals' | 'notes'> = { decimals: 2, notes: { good: [], poor: [] } };

/** Where nothing was measured in a unit yet, in points of attainment. */
const LEVEL_AT_FIRST = 100;

/**
 * The next thing that is observed in the demo: first a unit is drawn, so that small ones move as often as large ones,
 * then a person in it, then one of the person's indicators, weighty ones more often, or now and then a core value that a
 * colleague saw. Null where nobody has a plan.
 */
export function nextObservation(
  random: () => number,
  people: readonly LivePerson[],
  coreValues: readonly LiveCoreValue[],
): LiveObservation | null {
  const planned = people.flatMap(({ plan }) => plan);
  const underWay = planned.filter(isMeasured).length > UNDER_WAY * planned.length;
  const candidates = people
    .map((person) => (underWay ? { ...person, plan: person.plan.filter(isMeasured) } : person))
    .filter(({ plan }) => plan.length > 0);
  const unitId = oneOf(random, [...new Set(candidates.map((person) => person.unitId))]);
  const colleagues = candidates.filter((candidate) => candidate.unitId === unitId);
  const person = oneOf(random, colleagues);
  if (person === undefined) return null;

  if (random() < SHARE_BEHAVIOUR) {
    const seen = nextBehaviour(random, person, colleagues, coreValues);
    if (seen !== null) return seen;
  }
  const missing = person.plan.filter((target) => !isMeasured(target));
  const missingFirst = random() < SHARE_MISSING_FIRST && missing.length > 0;
  const target = byWeight(random, missingFirst ? missing : person.plan);
  if (target === undefined) return null;

  const { decimals, notes } =
    (MEASURING as Readonly<Record<string, typeof PLAIN>>)[target.indicatorCode] ?? PLAIN;
  const better = random() < SHARE_BETTER;
  const usual = valueAt(levelOf(colleagues), target);
  // Half way back to what is usual in the unit, so that a day of small steps does not wander off.
  const level = target.realised === null ? usual : (target.realised + usual) / 2;
  const headroom = attainmentAt(target.stretch, target) - attainmentAt(level, target);
  const strays = Math.min(Math.max(headroom, STRAYS_LEAST), STRAYS_MOST);
  const points = (better ? 1 : -1) * Math.abs(bell(random)) * strays;
  const valuePerPoint = (target.target - target.floor) / 100;
  const note = random() < SHARE_WITH_NOTE ? oneOf(random, better ? notes.good : notes.poor) : undefined;
  return {
    employeeId: person.employeeId,
    indicatorId: target.indicatorId,
    value: decimalWithin(target, level + points * valuePerPoint, decimals),
    note: note ?? null,
    observerId: null,
    behaviour: null,
  };
}

/** Null where nobody is there to see it, or there is nothing to look for. */
function nextBehaviour(
  random: () => number,
  { employeeId }: LivePerson,
  colleagues: readonly LivePerson[],
  coreValues: readonly LiveCoreValue[],
): LiveObservation | null {
  const others = colleagues.filter((colleague) => colleague.employeeId !== employeeId);
  const observer = oneOf(random, others);
  const coreValue = oneOf(random, coreValues);
  const behaviour = oneOf(random, coreValue?.behaviours ?? []);
  if (observer === undefined || coreValue === undefined || behaviour === undefined) return null;
  const chance = random();
  const value = chance < SHARE_ABOVE ? 1 : chance < SHARE_ABOVE + SHARE_BELOW ? -1 : 0;
  return {
    employeeId,
    indicatorId: coreValue.indicatorId,
    value: String(value),
    note: random() < SHARE_WITH_NOTE ? behaviourNote(value, behaviour.text) : null,
    observerId: observer.employeeId,
    behaviour: behaviour.code,
  };
}

function isMeasured({ realised }: LiveTarget): boolean {
  return realised !== null;
}

/** How a unit does on the whole, in points of attainment. */
function levelOf(people: readonly LivePerson[]): number {
  const attained = people.flatMap(({ plan }) =>
    plan.flatMap((target) => (target.realised === null ? [] : [attainmentAt(target.realised, target)])),
  );
  if (attained.length === 0) return LEVEL_AT_FIRST;
  return attained.reduce((sum, points) => sum + points, 0) / attained.length;
}

function decimalWithin({ lowest, highest }: LiveTarget, value: number, decimals: number): string {
  const within = Math.min(Math.max(value, lowest ?? -Infinity), highest ?? Infinity);
  return String(Number(within.toFixed(decimals)));
}

function oneOf<T>(random: () => number, choices: readonly T[]): T | undefined {
  return choices[Math.floor(random() * choices.length)];
}

function byWeight(random: () => number, plan: readonly LiveTarget[]): LiveTarget | undefined {
  let left = random() * plan.reduce((sum, { weight }) => sum + weight, 0);
  return plan.find(({ weight }) => (left -= weight) < 0);
}
