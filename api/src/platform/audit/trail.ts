import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** Stands in the place of a command's id on rows from before the chain; the chain's first entry has it and covers them. */
export const BEFORE_THE_CHAIN = '00000000-0000-0000-0000-000000000000';

/** A row of the record on its way in: its id, and its line as the chain covers it. */
export interface RecordLine {
  /** The table, for rows that are no observations: these come first, and each table after the other by its name. */
  readonly table?: string;
  readonly id: string;
  readonly line: string;
}

/** What may be personal or free text, and is told beside the chain. */
export type Told = Readonly<Record<string, unknown>>;

/** What an audit entry says of the rows that came with it. */
export interface Covered {
  /** Stands on each of the rows. */
  readonly id: string;
  readonly count: number;
  /** SHA-256 over their lines in the order of tables and ids; null where there are none. */
  readonly digest: Buffer | null;
  /** Null where there is nothing to tell. */
  readonly told: Told | null;
}

/** What one command leaves in the record, gathered for its audit entry. */
export interface Trail {
  /** Stands on each row that the command records and in its audit entry. */
  readonly id: string;
  /** Takes rows that were written: each once. */
  cover(rows: readonly RecordLine[]): void;
  /** What the command's entry tells beside the chain, such as a reason; once. */
  tell(told: Told): void;
  /** Whether rows wait for an entry that covers them. */
  readonly waits: boolean;
  /** Hands the rows over to an entry. What is written after that belongs to the next one, under another id. */
  close(): Covered;
}

/** The trail of one attempt at a command, or of one transaction that is none. */
export function beginTrail(): Trail {
  let id = uuidv7();
  let covered: RecordLine[] = [];
  let beside: Told | null = null;
  return {
    get id() {
      return id;
    },
    cover(rows) {
      for (const row of rows) covered.push(row);
    },
    tell(told) {
      beside = told;
    },
    get waits() {
      return covered.length > 0;
    },
    close() {
      const closed = { id, count: covered.length, digest: digestOf(covered), told: beside };
      id = uuidv7();
      covered = [];
      beside = null;
      return closed;
    },
  };
}

function digestOf(rows: RecordLine[]): Buffer | null {
  if (rows.length === 0) return null;
  const hash = createHash('sha256');
  for (const { line } of rows.sort((a, b) => (isBefore(a, b) ? -1 : 1))) hash.update(`${line}\n`);
  return hash.digest();
}

/** Names and ids are plain letters of ASCII: PostgreSQL orders them by their bytes as JavaScript does. */
function isBefore(a: RecordLine, b: RecordLine): boolean {
  const [one, other] = [a.table ?? '', b.table ?? ''];
  return one === other ? a.id < b.id : one < other;
}

/** For stores that only read: what is recorded without a command would stand outside the chain. */
export const NO_TRAIL: Trail = {
  get id(): string {
    throw new Error('the record is added to inside a command only');
  },
  cover() {
    throw new Error('the record is added to inside a command only');
  },
  tell() {
    throw new Error('the record is added to inside a command only');
  },
  waits: false,
  close() {
    throw new Error('the record is added to inside a command only');
  },
};
