import type { ColumnKind } from './export-columns.js';

/** What a cell holds on its way to the thread that writes: a day is 'YYYY-MM-DD', a decimal has a point. */
export type SheetValue = string | number | null;

/** One sheet of a workbook. */
export interface SheetForm {
  readonly name: string;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: ColumnKind;
    /** In characters. */
    readonly width: number;
  }[];
}

/** What the thread is told, in this order: a sheet, its rows, the next sheet, …, the end. */
export type SheetMessage =
  | { readonly kind: 'SHEET'; readonly form: SheetForm }
  | { readonly kind: 'ROWS'; readonly rows: readonly (readonly SheetValue[])[] }
  | { readonly kind: 'END' };
