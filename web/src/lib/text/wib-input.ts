/** WIB is seven hours ahead of UTC and knows no summer time. */
const WIB_AHEAD = 7 * 3_600_000;

/** An instant (ms since 1970) as an input of type datetime-local takes it, to the minute in WIB: "2026-11-20T09:30". */
export function toWibInput(instant: number): string {
  return new Date(instant + WIB_AHEAD).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** The instant that such an input names, whatever zone the device is set to; null where it is empty. */
export function fromWibInput(input: string): number | null {
  const instant = Date.parse(`${input}+07:00`);
  return Number.isNaN(instant) ? null : instant;
}
