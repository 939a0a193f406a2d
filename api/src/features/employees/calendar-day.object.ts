import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, LocalDate, RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import type { CalendarDayRow } from './calendar-day.entity.js';

@ObjectType({
  description:
    'A day that the region recorded beside the national calendar: collective leave (cuti bersama), a local holiday.',
})
export class CalendarDay {
  @Field(() => LocalDate, {
    description: 'The day; never a Saturday or a Sunday, which are off anyway (WD1).',
  })
  day!: string;

  @Field(() => Boolean, {
    description:
      'Whether offices work on it: true makes a working day of a holiday, false a holiday of a working day.',
  })
  working!: boolean;

  @Field(() => String, { description: 'What day it is; at most 120 characters.' })
  name!: string;
}

export function toCalendarDay({ day, working, name }: CalendarDayRow): CalendarDay {
  return Object.assign(new CalendarDay(), { day, working, name });
}

@InputType({ description: 'A day that is another in this region than in the national calendar.' })
export class SetCalendarDayInput {
  @Field(() => RegionCode, { description: 'The region whose offices it is about.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each setting, and kept over every retry.' })
  key!: string;

  @Field(() => LocalDate, { description: 'The day, from 1990 to 2100; no Saturday and no Sunday.' })
  day!: string;

  @Field(() => Boolean, { description: 'Whether offices work on it.' })
  working!: boolean;

  @Field(() => String, { description: 'What day it is; 1 to 120 characters.' })
  name!: string;
}

@ObjectType({ description: 'The day is recorded; days reckoned from now on follow it.' })
export class CalendarDayRecorded {
  @Field(() => CalendarDay, { description: 'The day as it is recorded now.' })
  calendarDay!: CalendarDay;

  @Field(() => Cursor, { description: 'Where the change stream stood then.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'The day was not set. Codes: REGION_UNKNOWN, DAY_OUT_OF_RANGE, DAY_ON_WEEKEND, DAY_NAME_MISSING, DAY_NAME_TOO_LONG, ' +
    'DAY_NAME_UNREADABLE.',
})
export class CalendarDayRefused extends Refusal {}

/** The three ways in which setting a day ends. */
export const CalendarDayResult = createUnionType({
  name: 'CalendarDayResult',
  description: 'What became of a day of the calendar.',
  types: () => [CalendarDayRecorded, CalendarDayRefused, IdempotencyConflict] as const,
});
