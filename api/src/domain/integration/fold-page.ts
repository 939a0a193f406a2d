import type { ScoreState } from '../facts.js';
import { weightier, type ChangeReason } from './change-reason.js';
import type { ChangeType } from './change-type.js';

/** A row that one change of the log is told of. */
export interface RowTouched {
  readonly type: ChangeType;
  readonly subject: string;
  /** The period of a score or a predicate, the first day of a reporting line; null for all others. */
  readonly part: string | null;
  readonly op: 'UPSERT' | 'DELETE';
  readonly reason: ChangeReason;
  /** How a score stood before; null where there was none, undefined where this change does not tell. */
  readonly before: ScoreState | null | undefined;
}

/** The rows of one change, which are never told apart. */
export interface RowsOfChange {
  readonly offset: bigint;
  readonly recordedAt: Date;
  readonly rows: readonly RowTouched[];
}

/** A row with all changes of it in a page. */
export interface ToldRow extends RowTouched {
  /** The offset of the last change of it in the page. */
  readonly version: bigint;
  readonly recordedAt: Date;
  /** Why, each reason once, the first change first. */
  readonly reasons: readonly ChangeReason[];
}

/** A page, and the offset up to which everything has been told. */
export interface FoldedPage {
  readonly rows: readonly ToldRow[];
  readonly upTo: bigint;
}

/** How a row is known for good: by itself, or with the period or day that is part of it. */
export function changedRowId({ subject, part }: Pick<RowTouched, 'subject' | 'part'>): string {
  return part === null ? subject : `${subject}:${part}`;
}

/**
 * Makes a page of at most `first` rows: each row once, at the place of its last change in the page, with how it stood
 * before the first of them and the weightiest reason. One change's rows stay together, so that a cursor can stand
 * between changes alone: a page is larger only where its one change is.
 */
export function foldPage(changes: readonly RowsOfChange[], first: number, upTo: bigint): FoldedPage {
  const page = new Map<string, ToldRow>();
  for (const { offset, recordedAt, rows } of changes) {
    const keys = new Set(rows.map(keyOf));
    const added = [...keys].filter((key) => !page.has(key)).length;
    if (page.size > 0 && page.size + added > first) return { rows: [...page.values()], upTo: offset - 1n };
    for (const row of rows) {
      const key = keyOf(row);
      const earlier = page.get(key);
      page.delete(key);
      page.set(
        key,
        earlier === undefined ? toldFirst(row, offset, recordedAt) : again(earlier, row, offset, recordedAt),
      );
    }
  }
  return { rows: [...page.values()], upTo };
}

const keyOf = ({ type, subject, part }: RowTouched) => `${type} ${subject} ${part}`;

const toldFirst = (row: RowTouched, version: bigint, recordedAt: Date): ToldRow => ({
  ...row,
  version,
  recordedAt,
  reasons: [row.reason],
});

const again = (earlier: ToldRow, row: RowTouched, version: bigint, recordedAt: Date): ToldRow => ({
  ...row,
  version,
  recordedAt,
  before: earlier.before === undefined ? row.before : earlier.before,
  reason: weightier(earlier.reason, row.reason),
  reasons: [...new Set([...earlier.reasons, row.reason])],
});
