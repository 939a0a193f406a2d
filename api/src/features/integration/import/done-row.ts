import type { Fact } from '../../../domain/facts.js';
import type { RowUndo } from '../../../domain/integration/undo-row.js';
import type { FileValues } from '../../../platform/files/row-effect.js';

/** A row of an import that added or changed something. */
export interface DoneRow {
  readonly line: number;
  /** The employee or unit. */
  readonly subjectId: string;
  /** Null where it was added. */
  readonly before: FileValues | null;
  readonly after: FileValues;
  /** From which day on it holds; null: for all days, or no day came with it. */
  readonly startsOn: string | null;
}

/** What undoing rows came to: by line, and what has happened. */
export interface UndoneRows {
  readonly undone: ReadonlyMap<number, RowUndo>;
  readonly facts: readonly Fact[];
}
