import { Client, type QueryConfig } from 'pg';

/** The statements that connections keep planned, by their text, and the name that each has on every connection. */
const names = new Map<string, string>();

/**
 * A statement that every connection reads and plans once, and then only runs: for the few that are asked thousands of
 * times. Its text must be one that never changes with what is asked; its answer must name its columns, because a
 * planned statement ends with an error where `*` comes to mean something else.
 */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `pantau_${names.size + 1}`);
  return text;
}

/** A connection that keeps prepared statements planned. */
export class PreparingClient extends Client {
  // The library's own signature has a dozen forms; all but one go on as they are.
  override query(...given: never[]): never {
    const [text, ...rest] = given as unknown as [unknown, ...unknown[]];
    const name = typeof text === 'string' ? names.get(text) : undefined;
    const first = name === undefined ? text : ({ name, text } as QueryConfig);
    return super.query(...([first, ...rest] as never as Parameters<Client['query']>)) as never;
  }
}
