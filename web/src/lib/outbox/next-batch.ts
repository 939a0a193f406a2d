import type { OutboxEntry } from './outbox-entry.js';

/** The server takes no more entries in one request. */
export const MOST_ENTRIES = 50;
/** Characters of JSON: a request may have 64 KiB, and a letter takes up to three bytes. */
const MOST_CHARACTERS = 20_000;

/**
 * What is sent next of what waits (oldest first): the oldest entry, and those of the same session that follow it as long
 * as they fit. What belongs to something in `shut` is passed by.
 */
export function nextBatch<Part>(
  waiting: readonly OutboxEntry<Part>[],
  most: number,
  shut: ReadonlySet<string>,
): readonly OutboxEntry<Part>[] {
  const first = waiting.find(({ about }) => !shut.has(about));
  if (first === undefined) return [];
  const batch: OutboxEntry<Part>[] = [];
  let characters = 0;
  for (const entry of waiting) {
    if (entry.about !== first.about) continue;
    characters += JSON.stringify(entry).length;
    if (batch.length === most || (batch.length > 0 && characters > MOST_CHARACTERS)) break;
    batch.push(entry);
  }
  return batch;
}
