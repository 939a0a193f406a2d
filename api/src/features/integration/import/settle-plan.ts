import type { RowFinding } from '../../../platform/files/cells.js';
import type { Finding } from '../../../platform/files/finding.js';
import { FINDINGS } from '../../../platform/files/finding.js';
import type { Row } from '../../../platform/files/read-rows.js';
import type { RowEffect } from '../../../platform/files/row-effect.js';
import type { ImportContent, NewImportFinding, NewImportRow } from './import.store.js';
import type { ImportPlan } from './plan-import.js';

/** What a plan comes to, by rows. */
interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** What the reader found, as it is kept. */
export function readerFinding(found: Finding): NewImportFinding {
  return kept(found, FINDINGS[found.code].reach === 'ROW', true);
}

/** The rows and findings of a file as they are kept, with what they come to. */
export function settlePlan(
  rows: readonly Row[],
  { effects, findings }: ImportPlan,
  ofReader: readonly NewImportFinding[],
): { readonly content: ImportContent; readonly counts: Counts } {
  const written = rows.map(({ line, values }): NewImportRow => {
    const effect = effects.get(line);
    return effect === undefined ? refusedRow(line, values) : rowOf(line, values, effect);
  });
  const all = [...ofReader, ...findings.map((found) => kept(found, true, false))];
  const count = (outcome: NewImportRow['outcome']) => written.filter((row) => row.outcome === outcome).length;
  return {
    content: { rows: written, findings: all.sort((a, b) => a.line - b.line) },
    counts: {
      added: count('ADDED'),
      changed: count('CHANGED'),
      unchanged: count('UNCHANGED'),
      refused: count('REFUSED') + ofReader.filter(({ leftOut }) => leftOut).length,
    },
  };
}

/** A row with what it does. Whoever is still to be added has no id yet. */
export function rowOf(line: number, cells: Row['values'], effect: RowEffect, done = false): NewImportRow {
  const { outcome, subjectId, title, before, after, startsOn } = effect;
  return {
    line,
    outcome,
    cells,
    title,
    before,
    after,
    startsOn,
    subjectId: outcome === 'ADDED' && !done ? null : subjectId,
  };
}

function refusedRow(line: number, cells: Row['values']): NewImportRow {
  return {
    ...{ line, cells, outcome: 'REFUSED' },
    ...{ subjectId: null, title: null, before: null, after: null, startsOn: null },
  };
}

function kept(found: Finding | RowFinding, leftOut: boolean, ofReader: boolean): NewImportFinding {
  const { line, column, code, message, mender } = found;
  return {
    line,
    columnName: column,
    code,
    messageId: message.id,
    messageEn: message.en,
    mender,
    leftOut,
    ofReader,
  };
}
