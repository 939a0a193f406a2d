import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { FINDINGS } from '../platform/files/finding.js';
import type { ColumnSpec } from '../platform/files/match-columns.js';
import { readBook, type Book } from '../platform/files/read-book.js';
import { rowsOfSheet } from '../platform/files/read-workbook.js';
import { readRows } from '../platform/files/read-rows.js';
import { importKinds, type ImportKindName } from './import-kinds.js';

/** More than any header holds. */
const HEAD_BYTES = 65_536;
/** Of a workbook no more than its header. */
const HEAD_ROWS = 1;
/** Worse than any number of missing columns. */
const NOTHING_FITS = 100;

/**
 * What a file is about, by its header: the kind of which no column is missing, else the one that misses least. Of
 * several the one that the file's name says, else the one with the most columns. A file that is none of them is then
 * told what it lacks.
 */
export async function recogniseKind(path: string): Promise<ImportKindName> {
  const book = await readBook(path, HEAD_ROWS);
  const head = book === null ? await readHead(path) : null;
  const missing = new Map<ImportKindName, number>();
  for (const name of Object.keys(importKinds) as ImportKindName[]) {
    let stops = 0;
    const { columns } = importKinds[name];
    const read =
      book === null ? readRows(only(head ?? Buffer.alloc(0)), { columns }) : [titlesOf(book, columns)];
    for await (const items of read) {
      for (const item of items) {
        if ('code' in item && FINDINGS[item.code].reach === 'FILE')
          stops += item.code === 'COLUMN_MISSING' ? 1 : NOTHING_FITS;
      }
      break;
    }
    missing.set(name, stops);
  }
  const ranked = [...missing].sort(
    ([one, a], [other, b]) => a - b || importKinds[other].columns.length - importKinds[one].columns.length,
  );
  const whole = ranked.filter(([, stops]) => stops === 0);
  const candidates = whole.length > 0 ? whole : ranked;
  const file = basename(path).toLowerCase();
  return (candidates.find(([name]) => file.includes(name)) ?? candidates[0]!)[0];
}

/** What the header of a workbook says; how many rows there are is another matter. */
function titlesOf({ sheet }: Book, columns: readonly ColumnSpec[]) {
  return 'code' in sheet ? [sheet] : rowsOfSheet({ ...sheet, records: sheet.records.slice(0, 1) }, columns);
}

async function* only(head: Buffer): AsyncGenerator<Buffer> {
  yield head;
}

async function readHead(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return Buffer.alloc(0);
  }
}
