import { finding, type Finding } from './finding.js';
import type { ColumnMatch, ColumnSpec } from './match-columns.js';

/** One record of the file, its values by the names of the columns asked for. */
export interface Row {
  /** Physical line on which the record starts, from 1; in a workbook the number of its row. */
  readonly line: number;
  /** Exactly as written; empty for a column that is not required and not there. */
  readonly values: Readonly<Record<string, string>>;
}

/** A record as a row, or why it is none; null where it is blank. */
export function rowOfRecord(
  line: number,
  record: readonly string[],
  match: ColumnMatch,
  columns: readonly ColumnSpec[],
): Row | Finding | null {
  // Spreadsheets fill up rows with empty fields, below and to the right of what was written.
  if (record.every((field) => field === '')) return null;
  if (record.length < match.width) {
    const missing = columns[match.places.indexOf(record.length)];
    const at = missing === undefined ? { line } : { line, column: missing.name };
    return finding('ROW_TOO_SHORT', at, record.length, match.width);
  }
  if (record.length > match.width && record.some((field, place) => place >= match.width && field !== '')) {
    return finding('ROW_TOO_LONG', { line }, record.length, match.width);
  }
  const values: Record<string, string> = {};
  columns.forEach((column, index) => {
    values[column.name] = record[match.places[index] ?? -1] ?? '';
  });
  return { line, values };
}
