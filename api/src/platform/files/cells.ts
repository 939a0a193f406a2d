import { readAmount, type Amount } from '../../domain/amount.js';
import type { Mender, Refusal, RefusalRow, Sentence } from '../../domain/outcome.js';
import type { Row } from './read-rows.js';

/** Something about one row of a file that its sender should know; the row was left out. */
export interface RowFinding {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: Sentence;
  readonly mender: Mender;
}

/** What is wrong with single cells, whatever the file is about. */
export const CELL_REFUSALS = {
  CELL_EMPTY: {
    when: 'A cell that must be filled in is empty.',
    field: null,
    mender: 'SENDER',
    message: { id: 'Kolom ini wajib diisi.', en: 'This cell must be filled in.' },
  },
  CELL_TOO_LONG: {
    when: 'A text is longer than its column takes.',
    field: null,
    mender: 'SENDER',
    message: (most: number): Sentence => ({
      id: `Teks ini terlalu panjang: paling banyak ${most} huruf.`,
      en: `This text is too long: at most ${most} letters.`,
    }),
  },
  CELL_UNREADABLE: {
    when: 'A text holds control characters or changes of writing direction.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Teks ini memuat karakter kendali yang tidak terlihat. Ketik ulang teksnya.',
      en: 'This text holds control characters that cannot be seen. Type it anew.',
    },
  },
  CHOICE_UNKNOWN: {
    when: 'A cell takes one of a few words and holds another.',
    field: null,
    mender: 'SENDER',
    message: (choices: string): Sentence => ({
      id: `Isi salah satu dari: ${choices}.`,
      en: `Fill in one of: ${choices}.`,
    }),
  },
  NUMBER_NOT_WHOLE: {
    when: 'A cell takes a whole number and holds something else.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Isi bilangan bulat dari 0 sampai 999999.',
      en: 'Fill in a whole number from 0 to 999999.',
    },
  },
  ROW_TWICE: {
    when: 'An earlier row of the same file is about the same thing.',
    field: null,
    mender: 'SENDER',
    message: (line: number): Sentence => ({
      id: `Sudah ada di baris ${line} berkas ini. Hapus salah satunya.`,
      en: `Line ${line} of this file is about the same. Remove one of them.`,
    }),
  },
} as const satisfies Record<string, RefusalRow>;

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Reads the cells of one row and gathers what is wrong with them; null stands for a cell that was refused. */
export class Cells {
  constructor(
    private readonly row: Row,
    private readonly findings: RowFinding[],
  ) {}

  get line(): number {
    return this.row.line;
  }

  /** A cell as written, without the blanks around it. */
  raw(column: string): string {
    return (this.row.values[column] ?? '').trim();
  }

  text(column: string, most: number): string | null {
    const text = this.raw(column);
    if (text === '') return this.refuse(column, 'CELL_EMPTY', CELL_REFUSALS.CELL_EMPTY);
    return this.bounded(column, text, most);
  }

  /** An empty cell is an empty text. */
  optionalText(column: string, most: number): string | null {
    return this.bounded(column, this.raw(column), most);
  }

  choice<T extends string>(column: string, choices: readonly T[]): T | null {
    const text = this.raw(column).toUpperCase();
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    const row = CELL_REFUSALS.CHOICE_UNKNOWN;
    return this.refuse(column, 'CHOICE_UNKNOWN', {
      mender: row.mender,
      message: row.message(choices.join(', ')),
    });
  }

  wholeNumber(column: string): number | null {
    const text = this.raw(column);
    if (/^\d{1,6}$/.test(text)) return Number(text);
    return this.refuse(column, 'NUMBER_NOT_WHOLE', CELL_REFUSALS.NUMBER_NOT_WHOLE);
  }

  amount(column: string): Amount | null {
    const read = readAmount(this.raw(column));
    return read.ok ? read.value : this.refuse(column, read.refusal.code, read.refusal);
  }

  /** Notes why the row is left out. */
  refuse(column: string | null, code: string, why: Pick<Refusal, 'message' | 'mender'>): null {
    this.findings.push({ line: this.row.line, column, code, message: why.message, mender: why.mender });
    return null;
  }

  private bounded(column: string, text: string, most: number): string | null {
    if (text.length > most) {
      const row = CELL_REFUSALS.CELL_TOO_LONG;
      return this.refuse(column, 'CELL_TOO_LONG', { mender: row.mender, message: row.message(most) });
    }
    return UNSEEN.test(text) ? this.refuse(column, 'CELL_UNREADABLE', CELL_REFUSALS.CELL_UNREADABLE) : text;
  }
}

/** The lines on which things were first named in one file, so that a second row about the same is told. */
export class SeenRows {
  private readonly lines = new Map<string, number>();

  /**
   * Whether the row may go on: false, with a finding, where an earlier one is about the same. Asking again for the
   * same row is allowed: a transaction may have to run twice.
   */
  first(key: string, cells: Cells, column: string): boolean {
    const line = this.lines.get(key);
    if (line !== undefined && line !== cells.line) {
      const row = CELL_REFUSALS.ROW_TWICE;
      cells.refuse(column, 'ROW_TWICE', { mender: row.mender, message: row.message(line) });
      return false;
    }
    this.lines.set(key, cells.line);
    return true;
  }
}

/** What became of a batch of rows. */
export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly findings: readonly RowFinding[];
}
