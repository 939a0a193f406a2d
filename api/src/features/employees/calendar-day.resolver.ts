import { GraphQLError } from 'graphql';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import { FIRST_YEAR, LAST_YEAR } from '../../platform/holidays.js';
import type { HasRegions } from '../regions/region.store.js';
import {
  CalendarDay,
  CalendarDayRecorded,
  CalendarDayRefused,
  CalendarDayResult,
  SetCalendarDayInput,
  toCalendarDay,
} from './calendar-day.object.js';
import type { HasWorkingCalendar } from './calendar-day.store.js';
import { setCalendarDay } from './set-calendar-day.js';

type Ask = Context<HasRegions & HasWorkingCalendar & HasClock>;

@Resolver()
export class CalendarDayResolver {
  @Mutation(() => CalendarDayResult, {
    description:
      'Sets whether offices of a region work on a day. Deadlines in working days follow it from then on; those told before stay.',
  })
  async setCalendarDay(
    @Arg('input', () => SetCalendarDayInput, {
      description: 'The day, what it is, and the key of this wish.',
    })
    input: SetCalendarDayInput,
    @Ctx() context: Ask,
  ): Promise<typeof CalendarDayResult> {
    const { region: regionCode, key, day, working, name } = input;
    const command = { day, working, name };
    const done = await context.unitOfWork.run(
      { verb: 'setCalendarDay', actor: context.actor, regionCode, key, input: command },
      (tx) => setCalendarDay(tx, context.actor, command),
    );
    if (!done.ok) return commandRefusal(CalendarDayRefused, done.refusal);
    const row = await context.read(regionCode).workingCalendar.day(done.value.day);
    return Object.assign(new CalendarDayRecorded(), {
      calendarDay: toCalendarDay(row!),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }

  @Query(() => [CalendarDay], {
    description:
      'The days of a year that a region recorded itself, in their order: at most 366. National holidays are not among them.',
  })
  async calendarDays(
    @InRegion() region: string,
    @Arg('year', () => Int, {
      description: `The year, ${FIRST_YEAR} to ${LAST_YEAR}. Another number: BAD_INPUT.`,
    })
    year: number,
    @Ctx() context: Ask,
  ): Promise<CalendarDay[]> {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new GraphQLError(`year takes a whole number from ${FIRST_YEAR} to ${LAST_YEAR}; got ${year}.`, {
        extensions: { code: 'BAD_INPUT' },
      });
    }
    return (await context.read(region).workingCalendar.daysOf(year)).map(toCalendarDay);
  }
}
