import { parentPort } from 'node:worker_threads';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type { SheetForm, SheetMessage, SheetValue } from './xlsx-message.js';

/** Held until the last row has come: a workbook's parts are put together at its end. */
const sheets: { readonly form: SheetForm; readonly rows: CellValue[][] }[] = [];

const INK = { rgb: 'FFFFFF' };
const HEAD = {
  font: { bold: true, color: INK },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '0B4F4A' } },
  alignment: { vertical: 'center', wrapText: true },
} as const;

function toCell(kind: SheetForm['columns'][number]['kind'], value: SheetValue): CellValue {
  if (value === null) return null;
  // A real day of the calendar, without an hour; a decimal is a number, in whatever form the reader's Excel shows it.
  if (kind === 'DATE') return new Date(`${value}T00:00:00Z`);
  if (kind === 'DECIMAL' || kind === 'INTEGER') return Number(value);
  return value;
}

function toSheet({ form, rows }: (typeof sheets)[number]): WriteSheet {
  return {
    name: form.name,
    columns: form.columns.map(({ kind, width }) => ({
      width,
      style: {
        alignment: { vertical: 'top', wrapText: width >= 60 },
        // Text even where somebody types over it, so that no NIP is ever rounded.
        numFmt: { DATE: 'yyyy-mm-dd', NIP: '@', TEXT: '@', INTEGER: '0', DECIMAL: '0.00' }[kind],
      },
    })),
    rows: [form.columns.map(({ name }) => name), ...rows],
    cells: new Map(
      form.columns.map(({ name }, n) => [`0,${n}`, { type: 'string', value: name, style: HEAD }] as const),
    ),
    rowDefs: new Map([[0, { height: 32 }]]),
    freezePane: { rows: 1 },
    ...(rows.length > 0 && { autoFilter: { range: `A1:${letters(form.columns.length)}${rows.length + 1}` } }),
  };
}

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

parentPort!.on('message', (message: SheetMessage) => {
  if (message.kind === 'SHEET') sheets.push({ form: message.form, rows: [] });
  if (message.kind === 'ROWS') {
    const { form, rows } = sheets.at(-1)!;
    for (const row of message.rows) rows.push(row.map((value, n) => toCell(form.columns[n]!.kind, value)));
  }
  if (message.kind === 'END')
    void writeXlsx({ sheets: sheets.map(toSheet) }).then((bytes) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      parentPort!.postMessage(bytes);
    });
});
