import fc from 'fast-check';
import { localDate } from '../calendar.js';
import { addDays } from '../working-days.js';
import { entryTime } from './entry-time.js';

const HELD_ON = '2026-11-24';
const BEGIN = Date.parse('2026-11-24T00:00:00+07:00');
const DAY = 86_400_000;
const anyInstant = fc.date({ noInvalidDate: true });
const ofTheDay = fc.integer({ min: 0, max: DAY - 1 }).map((ms) => new Date(BEGIN + ms));

it('no clock moves an entry out of the day of its session', () => {
  const day = fc.integer({ min: -3_000, max: 3_000 }).map((n) => addDays(HELD_ON, n));
  fc.assert(
    fc.property(day, anyInstant, anyInstant, anyInstant, (heldOn, takenAt, deviceNow, now) => {
      expect(localDate(entryTime({ takenAt, deviceNow }, { heldOn }, now))).toBe(heldOn);
    }),
  );
});

it('no entry was made later than it came, unless its day is still to come', () => {
  fc.assert(
    fc.property(anyInstant, anyInstant, ofTheDay, (takenAt, deviceNow, now) => {
      const at = entryTime({ takenAt, deviceNow }, { heldOn: HELD_ON }, now);
      expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
    }),
  );
});

it('a clock that is off all the time, by however much, changes no moment by more than the way takes', () => {
  const off = fc.integer({ min: -400 * DAY, max: 400 * DAY });
  fc.assert(
    fc.property(ofTheDay, ofTheDay, off, (one, other, skew) => {
      const [made, now] = one < other ? [one, other] : [other, one];
      const device = {
        takenAt: new Date(made.getTime() + skew),
        deviceNow: new Date(now.getTime() + skew),
      };
      const at = entryTime(device, { heldOn: HELD_ON }, now);
      expect(Math.abs(at.getTime() - made.getTime())).toBeLessThan(2_000);
    }),
  );
});

it('what one device wrote in one go stays in its order', () => {
  fc.assert(
    fc.property(fc.array(anyInstant), anyInstant, anyInstant, (written, deviceNow, now) => {
      const moments = written
        .toSorted((a, b) => a.getTime() - b.getTime())
        .map((takenAt) => entryTime({ takenAt, deviceNow }, { heldOn: HELD_ON }, now).getTime());
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }),
  );
});
