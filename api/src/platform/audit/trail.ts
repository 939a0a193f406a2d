import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** Stands in the place of a command's id on rows from before the chain; the chain's first entry has it and covers them. */
export const BEFORE_THE_CHAIN = '00000000-0000-0000-0000-000000000000';

/** A row of the record on its way in: its id, and its line as the chain covers it. */
export interface RecordLine {
  readonly id: string;
  readonly line: string;
}

/** What one command leaves in the record, gathered for its audit entry. */
export interface Trail {
  /** Stands on each row that the command records and in its audit entry. */
  readonly id: string;
  /** Takes rows that were written: each once. */
  cover(rows: readonly RecordLine[]): void;
  /** How many rows, and SHA-256 over their lines in the order of their ids; null where there are none. */
  digest(): { readonly count: number; readonly digest: Buffer | null };
}

/** The trail of one attempt at a command. */
export function beginTrail(id: string = uuidv7()): Trail {
  const covered: RecordLine[] = [];
  return {
    id,
    cover(rows) {
      for (const row of rows) covered.push(row);
    },
    digest() {
      if (covered.length === 0) return { count: 0, digest: null };
      const hash = createHash('sha256');
      // Ids are lower-case hexadecimal of one length: PostgreSQL orders them as JavaScript does.
      for (const { line } of covered.sort((a, b) => (a.id < b.id ? -1 : 1))) hash.update(`${line}\n`);
      return { count: covered.length, digest: hash.digest() };
    },
  };
}

/** For stores that only read: what is recorded without a command would stand outside the chain. */
export const NO_TRAIL: Trail = {
  get id(): string {
    throw new Error('the record is added to inside a command only');
  },
  cover() {
    throw new Error('the record is added to inside a command only');
  },
  digest: () => ({ count: 0, digest: null }),
};
