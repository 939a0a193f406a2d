import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { finding, FINDINGS, type Finding } from './finding.js';
import { matchColumns, type ColumnSpec } from './match-columns.js';
import type { Row } from './read-rows.js';
import { rowOfRecord } from './row-of-record.js';

/** Beside this file, in whichever form this file is run. */
const PROGRAM = new URL(`./workbook-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);
const LONGEST_MS = 20_000;
const MEGABYTE = 1_048_576;
/** Megabytes of a thread. 20,000 rows take a fraction of it. */
const MOST_MEMORY_MB = 384;
/** What a workbook may hold once it is unpacked; 20,000 rows have some 10 MB. */
export const MOST_UNPACKED_MB = 96;
const MOST_PARTS = 1_000;
/** No table of ours has more than ten; people keep notes beside them. */
export const MOST_COLUMNS = 200;

/** Bytes with which a ZIP, and so an XLSX, begins; and those of an old or an encrypted workbook. */
const ZIP = Buffer.from('PK\u0003\u0004');
const OLE = Buffer.of(0xd0, 0xcf, 0x11, 0xe0);

/** Whether these bytes begin as a workbook does, of any age, encrypted or not. */
export function isWorkbook(head: Buffer): boolean {
  return [ZIP, OLE].some((begin) => head.subarray(0, begin.length).equals(begin));
}

type CellRead = string | 1 | 2;

/** The first sheet of a workbook. */
export interface Sheet {
  /** How many sheets the workbook has. */
  readonly sheets: number;
  /** Rows that hold anything, with the number that the spreadsheet shows beside them. */
  readonly records: readonly { readonly line: number; readonly cells: readonly CellRead[] }[];
}

type Told = Sheet | { readonly why: 'BOOK_TOO_LARGE' | 'BOOK_ENCRYPTED' | 'BOOK_UNREADABLE' };

/**
 * The first sheet of an XLSX: at most `mostRows` rows under its header, and one more where there are more. It is read
 * on a thread of its own with little memory and little time, so that a hostile file costs nobody else anything. Of a
 * formula its last value is read; nothing outside of the file ever is.
 */
export async function readSheet(bytes: Buffer, mostRows: number): Promise<Sheet | Finding> {
  if (bytes.subarray(0, OLE.length).equals(OLE)) return finding('BOOK_ENCRYPTED', { line: 1 });
  const worker = new Worker(PROGRAM, {
    workerData: {
      ...{ bytes, mostRows, mostColumns: MOST_COLUMNS, mostParts: MOST_PARTS },
      mostBytes: MOST_UNPACKED_MB * MEGABYTE,
    },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const late = setTimeout(() => void worker.terminate(), LONGEST_MS);
  try {
    const told = await new Promise<Told>((resolve) => {
      worker.once('message', resolve);
      // Out of memory, or ended because it took too long.
      worker.once('error', () => resolve({ why: 'BOOK_UNREADABLE' }));
      worker.once('exit', () => resolve({ why: 'BOOK_UNREADABLE' }));
    });
    if (!('why' in told)) return told;
    return told.why === 'BOOK_TOO_LARGE'
      ? finding(told.why, { line: 1 }, MOST_UNPACKED_MB, MOST_COLUMNS)
      : finding(told.why, { line: 1 });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

/** The rows of a sheet by the columns asked for, and what is wrong with those that are none, as `readRows` gives them. */
export function rowsOfSheet({ sheets, records }: Sheet, columns: readonly ColumnSpec[]): (Row | Finding)[] {
  const [header, ...rest] = records;
  if (header === undefined) return [finding('FILE_EMPTY', { line: 1 })];
  const titles = header.cells.map((cell) => (typeof cell === 'string' ? cell : ''));
  const match = matchColumns(titles, columns, header.line);
  const items: (Row | Finding)[] = [...match.findings];
  if (match.findings.some(({ code }) => FINDINGS[code].reach === 'FILE')) return items;
  if (sheets > 1) items.push(finding('SHEETS_NOT_READ', { line: header.line }, sheets));
  if (rest.length === 0) items.push(finding('ROWS_MISSING', { line: header.line }));
  for (const { line, cells } of rest) {
    const index = match.places.findIndex((place) => typeof cells[place] === 'number');
    const column = columns[index];
    if (column !== undefined) {
      const code = cells[match.places[index]!] === 1 ? 'CELL_DIGITS_LOST' : 'CELL_FORMULA_FAILED';
      items.push(finding(code, { line, column: column.name }));
      continue;
    }
    // A sheet has no separators that could be missing: what is not there is empty.
    const filled = Array.from({ length: Math.max(match.width, cells.length) }, (_, place) => {
      const cell = cells[place];
      return typeof cell === 'string' ? cell : '';
    });
    const item = rowOfRecord(line, filled, match, columns);
    if (item !== null) items.push(item);
  }
  return items;
}
