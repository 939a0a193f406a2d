import { addDays } from '../working-days.js';

/** What is known of the session that an entry belongs to. */
export interface SessionTimes {
  /** The day that the session is held on, 'YYYY-MM-DD' in Asia/Jakarta. */
  readonly heldOn: string;
}

/** What a device says of its clock. */
export interface DeviceTime {
  /** When the entry was made, by the device's clock. */
  readonly takenAt: Date;
  /** What that clock showed when it was sent. */
  readonly deviceNow: Date;
}

/** Less is the way through the network, and no clock that is off. */
const NO_SKEW_MS = 2_000;
const WIB = '+07:00';

/**
 * The moment of an entry. A clock that was off when it was sent was off by as much when it was made, so that is taken
 * out; and whatever a clock says, the entry stays on the day of its session: no device moves it into another day or period.
 */
export function entryTime({ takenAt, deviceNow }: DeviceTime, { heldOn }: SessionTimes, now: Date): Date {
  const skew = now.getTime() - deviceNow.getTime();
  const corrected = takenAt.getTime() + (Math.abs(skew) < NO_SKEW_MS ? 0 : skew);
  const from = Date.parse(`${heldOn}T00:00:00.000${WIB}`);
  const until = Date.parse(`${addDays(heldOn, 1)}T00:00:00.000${WIB}`) - 1;
  // Nothing was said later than now, unless the session's day is still to come: then its first moment is what is left.
  const latest = Math.max(from, Math.min(until, now.getTime()));
  return new Date(Math.min(latest, Math.max(from, corrected)));
}
