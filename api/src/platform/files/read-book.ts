import { open, readFile } from 'node:fs/promises';
import { finding, type Finding } from './finding.js';
import type { ColumnSpec } from './match-columns.js';
import {
  isWorkbook,
  MOST_UNPACKED_MB,
  MOST_COLUMNS,
  readSheet,
  rowsOfSheet,
  type Sheet,
} from './read-workbook.js';
import type { Row } from './row-of-record.js';

/** A workbook that was read, with the most rows that were asked for. */
export interface Book {
  readonly sheet: Sheet | Finding;
  readonly mostRows: number;
}

const HEAD_BYTES = 8;
/** Bytes of a workbook file. */
const MOST_BYTES = 64 * 1_048_576;

/** The first sheet of the workbook at this path; null where there is none, or another kind of file. */
export async function readBook(path: string, mostRows: number): Promise<Book | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return null;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    if (!isWorkbook(buffer.subarray(0, bytesRead))) return null;
    const tooLarge = finding('BOOK_TOO_LARGE', { line: 1 }, MOST_UNPACKED_MB, MOST_COLUMNS);
    const sheet = stat.size > MOST_BYTES ? tooLarge : await readSheet(await readFile(path), mostRows);
    return { sheet, mostRows };
  } finally {
    await file.close();
  }
}

/** Its rows by the columns asked for, or why there are none. */
export function rowsOfBook({ sheet, mostRows }: Book, columns: readonly ColumnSpec[]): (Row | Finding)[] {
  if ('code' in sheet) return [sheet];
  if (sheet.records.length > mostRows + 1) return [finding('ROWS_TOO_MANY', { line: 1 }, mostRows)];
  return rowsOfSheet(sheet, columns);
}
