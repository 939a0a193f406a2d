import { finding, FINDINGS, type Finding } from './finding.js';
import { rowsOfBook } from './read-book.js';
import type { ColumnSpec } from './match-columns.js';
import { readRows, type Row } from './read-rows.js';
import { isWorkbook, readSheet } from './read-workbook.js';

/** How a table was written. */
export type TableFormat = 'CSV' | 'XLSX';

/** A whole table that was sent. */
export interface Table {
  readonly format: TableFormat;
  readonly items: readonly (Row | Finding)[];
}

/**
 * Reads a table that is in memory as a whole, CSV or XLSX by its first bytes: rows, and what is wrong with what is none,
 * in the order of the file. With more than `mostRows` rows it holds nothing but that finding.
 */
export async function readTable(
  bytes: Buffer,
  columns: readonly ColumnSpec[],
  mostRows: number,
): Promise<Table> {
  const format: TableFormat = isWorkbook(bytes) ? 'XLSX' : 'CSV';
  const items =
    format === 'XLSX'
      ? rowsOfBook({ sheet: await readSheet(bytes, mostRows), mostRows }, columns)
      : await ofText(bytes, columns, mostRows);
  return { format, items: items ?? [finding('ROWS_TOO_MANY', { line: 1 }, mostRows)] };
}

async function ofText(bytes: Buffer, columns: readonly ColumnSpec[], mostRows: number) {
  const items: (Row | Finding)[] = [];
  let rows = 0;
  for await (const batch of readRows(once(bytes), { columns })) {
    items.push(...batch);
    // A broken line is as much work as a good one.
    rows += batch.filter((item) => 'values' in item || FINDINGS[item.code].reach === 'ROW').length;
    if (rows > mostRows) return null;
  }
  return items;
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
