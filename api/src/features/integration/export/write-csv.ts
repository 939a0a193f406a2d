import { stringify } from 'csv-stringify/sync';
import { formatNip } from '../../../domain/people/nip.js';
import { neutralCell } from '../../../platform/files/neutral-cell.js';
import { EXPORT_COLUMNS, type ColumnKind, type CellText } from './export-columns.js';
import type { HandedRow } from './read-delivery.js';

/** For whom a CSV is written. */
export interface CsvForm {
  /** Excel in Indonesian settings parts cells by a semicolon, and decimals by a comma. */
  readonly delimiter: 'semicolon' | 'comma';
  /** Excel takes 18 digits for a number and loses the last three; in groups they stay text. */
  readonly nip: 'grouped' | 'plain';
}

/** UTF-8, as Excel knows it. */
const BYTE_ORDER_MARK = '\uFEFF';
const WHOLE_NIP = /^\d{18}$/;

/** The first line, with the names of the columns. */
export function csvHead(form: CsvForm): string {
  return BYTE_ORDER_MARK + line([EXPORT_COLUMNS.map(({ name }) => name)], form);
}

/** Lines for a batch of rows, each ended by CRLF (RFC 4180). */
export function csvLines(rows: readonly HandedRow[], form: CsvForm): string {
  return line(
    rows.map((row) => EXPORT_COLUMNS.map(({ kind, of }) => cellOf(kind, of(row), form))),
    form,
  );
}

function line(records: readonly (readonly string[])[], { delimiter }: CsvForm): string {
  return stringify([...records] as string[][], {
    delimiter: delimiter === 'semicolon' ? ';' : ',',
    record_delimiter: '\r\n',
  });
}

function cellOf(kind: ColumnKind, value: CellText, { delimiter, nip }: CsvForm): string {
  if (value === null) return '';
  const text = String(value);
  // A decimal is ours and begins with a digit; days and whole numbers are read as such everywhere.
  if (kind === 'DECIMAL') return delimiter === 'semicolon' ? text.replace('.', ',') : text;
  if (kind === 'NIP' && nip === 'grouped' && WHOLE_NIP.test(text)) return formatNip(text);
  return neutralCell(text);
}
