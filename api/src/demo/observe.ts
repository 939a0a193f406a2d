import { localDate } from '../domain/calendar.js';
import { bell } from './bell.js';
import { MEASURING, type Measuring } from './measuring.js';
import { planOf, pointsFor, type IndicatorCode } from './plans.js';
import { seededRandom } from './seeded-random.js';
import type { EmployeeLine, IndicatorLine, StaticLines } from './static-files.js';
import { SILENT, STORIES, UNIT_LEVELS } from './stories.js';
import { touchedQuarters } from './touched-quarters.js';
import { valueAt } from './value-at.js';
import { isOnLeave, unitOn, unitsOf } from './whereabouts.js';
import { workingDays } from './working-days.js';

/** A line of `observations.csv`. */
export interface ObservationLine {
  readonly key: string;
  readonly nip: string;
  readonly indicator: string;
  readonly value: string;
  readonly observed_at: string;
  readonly note: string;
  /** NIP of whoever saw it, and the behaviour that was seen; empty for what registers and machines count. */
  readonly observer: string;
  readonly behaviour: string;
}

const DAY_MS = 86_400_000;

/** How far back the demo goes: long enough for a cause, a remedy and its effect. */
export const DEMO_DAYS = 90;

/** Readings are entered from 08.00 to 15.00, when every office of the kecamatan is open, Fridays too. */
const OPENS_AT_MINUTE = 8 * 60;
const OPEN_MINUTES = 7 * 60;

/** Registers are kept by people: so many readings are simply not there. */
const SHARE_MISSED = 0.06;

const SHARE_WITH_NOTE = 0.12;

/** How much people differ inside a unit, and a unit from indicator to indicator, in points of attainment. */
const PEOPLE_DIFFER = 3.5;
const INDICATORS_DIFFER = 3;

/** What was measured in the 90 days before `now`; the same for the same `now`. */
export function observe({ employees, indicators }: StaticLines, now: Date): ObservationLine[] {
  const since = new Date(now.getTime() - DEMO_DAYS * DAY_MS);
  const today = localDate(now);
  const lines: ObservationLine[] = [];
  for (const quarter of touchedQuarters(localDate(since), today)) {
    const isCurrent = quarter.endsOn >= today;
    const days = workingDays(quarter.startsOn, isCurrent ? today : quarter.endsOn);
    for (const employee of employees.flatMap(inEachUnit)) {
      for (const [indicator] of isCurrent ? stillMeasured(employee) : planOf(employee.position)) {
        const { cell, due } = readingDays(employee, indicator, days);
        for (const day of due) {
          const random = seededRandom(`${cell} ${day}`);
          if (random() < SHARE_MISSED) continue;
          if (unitOn(employee, day, today) !== employee.unit || isOnLeave(employee, day, today)) continue;
          const observedAt = momentIn(day, random);
          const at = new Date(observedAt);
          if (at < since || at >= now) continue;
          const bounds = indicators.find(({ code }) => code === indicator);
          const daysAgo = (now.getTime() - at.getTime()) / DAY_MS;
          lines.push({
            key: `${indicator}/${employee.nip.slice(-3)}/${day}`,
            nip: employee.nip,
            indicator,
            ...read(employee, indicator, bounds, daysAgo, random),
            observed_at: observedAt,
            observer: '',
            behaviour: '',
          });
        }
      }
    }
  }
  return lines;
}

/** Oldest first. */
export function byTime(a: ObservationLine, b: ObservationLine): number {
  return compare(a.observed_at, b.observed_at) || compare(a.key, b.key);
}

/** A moment of a day in office hours. */
export function momentIn(day: string, random: () => number): string {
  const minute = OPENS_AT_MINUTE + Math.floor(random() * OPEN_MINUTES);
  return `${day}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00+07:00`;
}

/** An employee as a person of each unit that they served in, the one of today last. */
function inEachUnit(employee: EmployeeLine): EmployeeLine[] {
  return unitsOf(employee).map((unit) => ({ ...employee, unit }));
}

/** The part of a plan for which readings still come in. */
function stillMeasured({ nip, unit, position }: EmployeeLine): readonly (readonly [IndicatorCode, number])[] {
  const plan = planOf(position);
  if (unit !== SILENT.unit) return plan;
  const place = ([indicator]: readonly [string, number]): number =>
    seededRandom(`silent ${nip} ${indicator}`)();
  let left = SILENT.measuredWeight;
  return plan
    .toSorted((a, b) => place(a) - place(b))
    .filter(([, weight]) => {
      const fits = weight <= left;
      if (fits) left -= weight;
      return fits;
    });
}

/**
 * On which days of a quarter an indicator is read, and the name under which its chances are drawn. Everything is read
 * once early in the quarter, so that a new quarter has scores within days; from then on each at its own rhythm.
 */
function readingDays(
  { nip, unit }: EmployeeLine,
  indicator: IndicatorCode,
  days: readonly string[],
): { readonly cell: string; readonly due: readonly string[] } {
  const { every, within, wholeUnit } = MEASURING[indicator];
  const cell = `${wholeUnit ? unit : nip} ${indicator}`;
  const random = seededRandom(`days ${cell}`);
  const early = Math.floor(random() * within);
  const turn = Math.floor(random() * every);
  return {
    cell,
    due: days.filter((_, index) => index === early || (index >= within && index % every === turn)),
  };
}

function read(
  employee: EmployeeLine,
  indicator: IndicatorCode,
  bounds: Pick<IndicatorLine, 'lowest' | 'highest'> | undefined,
  daysAgo: number,
  random: () => number,
): { readonly value: string; readonly note: string } {
  const measuring = MEASURING[indicator];
  const chance = bell(random);
  const story = STORIES.find((one) => one.unit === employee.unit && one.indicator === indicator);
  const withNote = random() < SHARE_WITH_NOTE;
  const told = (value: number): string => {
    const lowest = Number(bounds?.lowest ?? -Infinity);
    const highest = Number(bounds?.highest ?? Infinity);
    return String(Number(Math.min(Math.max(value, lowest), highest).toFixed(measuring.decimals)));
  };
  if (story !== undefined) {
    return {
      value: told(story.value(daysAgo) + chance * story.strays),
      note: withNote ? story.note(daysAgo) : '',
    };
  }
  const attained = usualLevel(employee, indicator, measuring) + chance * measuring.wobble;
  const notes = attained >= 100 ? measuring.notes.good : measuring.notes.poor;
  return {
    value: told(valueAt(attained, pointsFor(indicator, employee.status))),
    note: withNote ? (notes[Math.floor(random() * notes.length)] ?? '') : '',
  };
}

/** In points of attainment. */
function usualLevel({ nip, unit }: EmployeeLine, indicator: IndicatorCode, { wholeUnit }: Measuring): number {
  const ofUnit = UNIT_LEVELS[unit] ?? 100;
  const ofIndicator = bell(seededRandom(`indicator ${unit} ${indicator}`)) * INDICATORS_DIFFER;
  const ofPerson = wholeUnit ? 0 : bell(seededRandom(`person ${nip}`)) * PEOPLE_DIFFER;
  return ofUnit + ofIndicator + ofPerson;
}

function twoDigits(n: number): string {
  return n.toString().padStart(2, '0');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
