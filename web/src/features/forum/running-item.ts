import type { Item } from './forum-session.js';

/** The point of the agenda that is talked about: the one that began last and has not ended. */
export function runningItem<I extends Pick<Item, 'startedAt' | 'endedAt'>>(agenda: readonly I[]): I | null {
  const running = agenda.filter(({ startedAt, endedAt }) => startedAt !== null && endedAt === null);
  return running.sort((one, other) => (one.startedAt! < other.startedAt! ? 1 : -1))[0] ?? null;
}

/** "12.05": minutes and seconds of a length in ms, never negative. */
export function formatLength(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`;
}
