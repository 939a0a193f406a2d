import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { IMPORTER } from '../platform/auth/actor.js';
import type { Imported, RowFinding } from '../platform/files/cells.js';
import { FINDINGS, type Finding } from '../platform/files/finding.js';
import { readBook, rowsOfBook } from '../platform/files/read-book.js';
import { readRows, type Row } from '../platform/files/read-rows.js';
import type { Command, TryOut, UnitOfWork, Verdict } from '../platform/unit-of-work.js';
import type { ImportKind } from './import-kinds.js';
import type { Verb } from './policies/verbs.js';
import type { Stores } from './stores.js';

/** What became of a whole file. */
export interface ImportReport {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Rows left out. */
  refused: number;
  /** Set where the file could not be read (on). */
  stopped: boolean;
}

/** What happens to the rows of one transaction. */
export type CarryOut = (
  command: Command<Verb>,
  act: (tx: Stores) => Promise<Verdict<Imported, never>>,
) => Promise<Imported>;

/** Brings rows in for good, one transaction at a time. */
export function forGood(unitOfWork: UnitOfWork<Stores, Verb>): CarryOut {
  return async (command, act) => {
    const done = await unitOfWork.run(command, act);
    // An import refuses rows, never a whole batch; what is left is a fault.
    if (!done.ok) throw new Error(done.refusal.message.en);
    return done.value;
  };
}

/** Looks only: everything is checked, nothing is kept. */
export function tryingOut(tryOut: TryOut<Stores, Verb>): CarryOut {
  return async (command, act) => {
    const verdict = await tryOut(command, act);
    if (!verdict.ok) throw new Error('an import refuses rows, never a whole batch');
    return verdict.value;
  };
}

export interface ImportOptions {
  readonly path: string;
  readonly kind: ImportKind;
  readonly regionCode: string;
  /** Runs the verb on some rows for good, or only tries it out. */
  readonly carryOut: CarryOut;
  /** Called for each finding, in the order of the file as far as one transaction reaches. */
  readonly onFinding: (finding: RowFinding) => void;
  readonly onProgress: (bytes: number, report: Readonly<ImportReport>) => void;
}

/**
 * Rows in one transaction. Scores are computed once for each transaction and person, so more is quicker; but people
 * whose rows are in it cannot be observed until it commits, so it must end within seconds.
 */
const TRANSACTION_ROWS = 50_000;
/** Rows of a workbook, which is read as a whole; more come as CSV. */
const MOST_BOOK_ROWS = 100_000;

/** Brings one file in. Good rows stay whatever the others are; what was imported before is passed over. */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const { path, kind, regionCode, carryOut, onFinding, onProgress } = options;
  const report: ImportReport = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0, stopped: false };
  const run = await kind.begin();
  let bytes = 0;
  let rows: Row[] = [];

  const tell = (finding: Finding | RowFinding) => {
    const reach = finding.code in FINDINGS ? FINDINGS[finding.code as keyof typeof FINDINGS].reach : 'ROW';
    if (reach === 'FILE') report.stopped = true;
    if (reach === 'ROW') report.refused += 1;
    onFinding(finding);
  };

  const commit = async () => {
    if (rows.length === 0) return;
    const batch = rows;
    rows = [];
    const command = { verb: kind.verb, actor: IMPORTER, regionCode, key: randomUUID(), input: {} };
    const act = (tx: Stores) => run.take(tx, IMPORTER, batch);
    const { added, changed, unchanged, findings } = await carryOut(command, act);
    report.rows += batch.length;
    report.added += added;
    report.changed += changed;
    report.unchanged += unchanged;
    const lines = new Set(findings.map(({ line }) => line));
    report.refused += lines.size;
    for (const finding of findings) onFinding(finding);
    onProgress(bytes, report);
  };

  async function* counted() {
    for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
      bytes += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  }

  const book = await readBook(path, MOST_BOOK_ROWS);
  const source = (await isFile(path)) ? counted() : path;
  const batches =
    book === null ? readRows(source, { columns: kind.columns }) : [rowsOfBook(book, kind.columns)];
  for await (const items of batches) {
    for (const item of items) {
      if ('values' in item) rows.push(item);
      else tell(item);
    }
    if (rows.length >= TRANSACTION_ROWS) await commit();
  }
  await commit();
  for (const note of run.notes()) onFinding(note);
  return report;
}

/** What is no file is left to the reader, which says so. */
async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
