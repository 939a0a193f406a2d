import type { EntityManager } from '@mikro-orm/postgresql';
import type { IsHoliday } from '../../domain/working-days.js';
import { sqlOf } from '../../platform/database/sql.js';
import { isIndonesianHoliday } from '../../platform/holidays.js';
import { CalendarDayEntity, type CalendarDayRow } from './calendar-day.entity.js';

/** On which days the offices of a region work. */
export interface WorkingCalendarStore {
  /** Whether a day is off: Indonesia's holidays, and before them what the region recorded itself. */
  holidays(): Promise<IsHoliday>;
  /** The days of a year that the region recorded itself, in their order: at most 366. */
  daysOf(year: number): Promise<CalendarDayRow[]>;
  day(day: string): Promise<CalendarDayRow | null>;
  /** Adds the day, or replaces what was recorded of it. */
  set(day: Omit<CalendarDayRow, 'regionCode'>): Promise<void>;
}

export interface HasWorkingCalendar {
  readonly workingCalendar: WorkingCalendarStore;
}

export function createWorkingCalendarStore(em: EntityManager, regionCode: string): WorkingCalendarStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    async holidays() {
      // All of them: a handful a year, and `setCalendarDay` takes no year that the national calendar does not know.
      const rows = await sql.rows<{ day: string; working: boolean }>(
        'select day::text as day, working from calendar_day where region_code = $1',
        [regionCode],
      );
      const own = new Map(rows.map(({ day, working }) => [day, working]));
      return (day) => {
        const working = own.get(day);
        return working === undefined ? isIndonesianHoliday(day) : !working;
      };
    },
    daysOf: (year) =>
      em.find(
        CalendarDayEntity,
        { regionCode, day: { $gte: `${year}-01-01`, $lte: `${year}-12-31` } },
        { ...plain, orderBy: { day: 'asc' } },
      ),
    day: (day) => em.findOne(CalendarDayEntity, { regionCode, day }, plain),
    async set({ day, working, name, recordedAt, recordedBy }) {
      await sql.rows(
        `insert into calendar_day (region_code, day, working, name, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (region_code, day) do update set working = excluded.working, name = excluded.name,
           recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
        [regionCode, day, working, name, recordedAt, recordedBy],
      );
    },
  };
}
