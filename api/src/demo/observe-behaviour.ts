import { localDate } from '../domain/calendar.js';
import { BERAKHLAK, type CoreValueRow } from '../domain/people/berakhlak.js';
import { behaviourNote } from './behaviour-note.js';
import { headOf } from './head-of.js';
import { DEMO_DAYS, momentIn, type ObservationLine } from './observe.js';
import { seededRandom } from './seeded-random.js';
import type { EmployeeLine, StaticLines } from './static-files.js';
import { MENTORS, SILENT, UNIT_LEVELS } from './stories.js';
import { touchedQuarters } from './touched-quarters.js';
import { isOnLeave, unitOn } from './whereabouts.js';
import { workingDays } from './working-days.js';

const DAY_MS = 86_400_000;

/** Of the seven core values so many are seen of each person in a quarter, each once in so many working days. */
const VALUES_SEEN = 5;
const EVERY = 8;

/** Most of what is seen meets what is expected; a unit that does well is praised more often. By points of its level. */
const SHARE_ABOVE = 0.34;
const ABOVE_PER_POINT = 0.012;
const SHARE_BELOW = 0.06;
const BELOW_PER_POINT = -0.003;

const SHARE_WITH_NOTE = 0.25;

/** With fewer there would be no two observers; then those who head the other units look on. */
const FEWEST_COLLEAGUES = 2;

/** What people saw of each other's behaviour in the 90 days before `now`; the same for the same `now`. */
export function observeBehaviour({ employees }: StaticLines, now: Date): ObservationLine[] {
  const since = new Date(now.getTime() - DEMO_DAYS * DAY_MS);
  const today = localDate(now);
  const lines: ObservationLine[] = [];
  for (const quarter of touchedQuarters(localDate(since), today)) {
    const isCurrent = quarter.endsOn >= today;
    const days = workingDays(quarter.startsOn, isCurrent ? today : quarter.endsOn);
    for (const employee of employees) {
      if (isCurrent && employee.unit === SILENT.unit) continue;
      for (const [place, coreValue] of seenOf(employee, quarter.code).entries()) {
        const cell = `behaviour ${quarter.code} ${employee.nip} ${coreValue.code}`;
        const turn = Math.floor(seededRandom(cell)() * EVERY);
        for (const [index, day] of days.entries()) {
          if (index % EVERY !== turn || isOnLeave(employee, day, today)) continue;
          const random = seededRandom(`${cell} ${day}`);
          const observedAt = momentIn(day, random);
          const at = new Date(observedAt);
          if (at < since || at >= now) continue;
          const colleagues = colleaguesOf(employee, employees, day, today);
          // In turn: what only one person saw does not count.
          const observer = colleagues[(Math.floor(index / EVERY) + place) % colleagues.length]!;
          lines.push({
            key: `${coreValue.code}/${employee.nip.slice(-3)}/${day}`,
            nip: employee.nip,
            indicator: coreValue.code,
            ...see(employee, coreValue, random),
            observed_at: observedAt,
            observer: observer.nip,
          });
        }
      }
    }
  }
  return lines;
}

/** Which core values are seen of somebody in a quarter. */
function seenOf({ nip }: EmployeeLine, quarter: string): CoreValueRow[] {
  const place = ({ code }: CoreValueRow): number => seededRandom(`seen ${quarter} ${nip} ${code}`)();
  return BERAKHLAK.toSorted((a, b) => place(a) - place(b)).slice(0, VALUES_SEEN);
}

/** Who works beside somebody on a day. */
function colleaguesOf(
  employee: EmployeeLine,
  employees: readonly EmployeeLine[],
  day: string,
  today: string,
): EmployeeLine[] {
  const present = employees.filter((one) => one !== employee && !isOnLeave(one, day, today));
  const unit = unitOn(employee, day, today);
  const beside = present.filter((one) => unitOn(one, day, today) === unit);
  return beside.length >= FEWEST_COLLEAGUES
    ? beside
    : present.filter((one) => headOf(one.unit, employees) === one);
}

function see(
  { unit, nip }: EmployeeLine,
  { code, behaviours }: CoreValueRow,
  random: () => number,
): Pick<ObservationLine, 'value' | 'note' | 'behaviour'> {
  const behaviour = behaviours[Math.floor(random() * behaviours.length)]!;
  const isMentor = MENTORS.nips.includes(nip) && code === MENTORS.coreValue;
  const value = isMentor ? 1 : valueSeen(unit, random);
  const withNote = random() < SHARE_WITH_NOTE;
  return {
    value: String(value),
    note: withNote ? behaviourNote(value, behaviour.text.id) : '',
    behaviour: behaviour.code,
  };
}

function valueSeen(unit: string, random: () => number): -1 | 0 | 1 {
  const better = (UNIT_LEVELS[unit] ?? 100) - 100;
  const chance = random();
  if (chance < SHARE_ABOVE + better * ABOVE_PER_POINT) return 1;
  return chance >= 1 - (SHARE_BELOW + better * BELOW_PER_POINT) ? -1 : 0;
}
