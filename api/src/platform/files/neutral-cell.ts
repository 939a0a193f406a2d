/** Signs by which Excel and LibreOffice take a cell for a formula (OWASP, CSV injection), wide ones of CJK too. */
const BEGINS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A dash or two that stand for nothing are no formula. */
const ONLY_SIGNS = /^[-+]+\s*$/;

/**
 * A text that a spreadsheet shows and never computes: one that would begin a formula gets an apostrophe before it. For
 * CSV alone; a cell of XLSX says itself that it is text.
 */
export function neutralCell(text: string): string {
  return BEGINS_FORMULA.test(text) && !ONLY_SIGNS.test(text) ? `'${text}` : text;
}
