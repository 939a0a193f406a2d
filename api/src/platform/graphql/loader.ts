import DataLoader from 'dataloader';
import { Denied } from '../auth/denied.js';

/** A loader of rows by id: one statement for all that one turn of the event loop asks for, each once in a request. */
export function byId<Row extends { id: string }>(
  load: (ids: readonly string[]) => Promise<Row[]>,
): DataLoader<string, Row | undefined> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await load(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id));
  });
}

/**
 * A row that has to be there. Row level security hides the rows of others, so what is not there is not for this actor.
 * @throws Denied
 */
export function given<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined)
    throw new Denied('FORBIDDEN', 'What this is about is not open to you.');
  return row;
}
