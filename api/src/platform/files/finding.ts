import type { Mender, Sentence } from '../../domain/outcome.js';

/**
 * How far a finding reaches. FILE: nothing of the file is read on. ROW: this row is left out, all others are read.
 * NOTE: nothing is left out, but the sender should know.
 */
type Reach = 'FILE' | 'ROW' | 'NOTE';

interface FindingKind {
  readonly when: string;
  readonly reach: Reach;
  readonly mender: Mender;
  readonly message: Sentence | ((...details: never[]) => Sentence);
}

/** Everything that can be found while a delimited file is read: when, how far it reaches, and what people are told. */
export const FINDINGS = {
  FILE_UNREADABLE: {
    when: 'There is no such file, it is a folder, or it may not be read',
    reach: 'FILE',
    mender: 'SENDER',
    message: {
      id: 'Berkas tidak dapat dibuka. Periksa nama dan letaknya, dan bahwa berkas itu boleh dibaca.',
      en: 'The file cannot be opened. Check its name and place, and that it may be read.',
    },
  },
  FILE_EMPTY: {
    when: 'There is nothing in the file, or blank lines only',
    reach: 'FILE',
    mender: 'SENDER',
    message: {
      id: 'Berkas ini kosong. Baris pertama harus berisi judul kolom.',
      en: 'This file is empty. The first line must hold the column names.',
    },
  },
  FILE_NOT_TEXT: {
    when: 'The file begins like a workbook, an archive or a PDF',
    reach: 'FILE',
    mender: 'SENDER',
    message: (kind: string): Sentence => ({
      id: `Berkas ini ${kind}, bukan teks. Di Excel pilih Simpan Sebagai, jenis "CSV UTF-8", lalu kirim hasilnya.`,
      en: `This file is ${kind}, not text. In Excel choose Save As, type "CSV UTF-8", and send the result.`,
    }),
  },
  FILE_NOT_UTF8: {
    when: 'The file is UTF-16, or its header is not UTF-8',
    reach: 'FILE',
    mender: 'SENDER',
    message: (encoding: string): Sentence => ({
      id: `Berkas ini ditulis dengan pengodean ${encoding}. Simpan ulang sebagai "CSV UTF-8".`,
      en: `This file is encoded as ${encoding}. Save it again as "CSV UTF-8".`,
    }),
  },
  BOOK_UNREADABLE: {
    when: 'A workbook is broken, is no workbook of Excel, or takes too long to read',
    reach: 'FILE',
    mender: 'SENDER',
    message: {
      id: 'Buku kerja ini tidak dapat dibaca. Buka di Excel, simpan sebagai .xlsx baru, atau sebagai "CSV UTF-8".',
      en: 'This workbook cannot be read. Open it in Excel and save it as a new .xlsx, or as "CSV UTF-8".',
    },
  },
  BOOK_ENCRYPTED: {
    when: 'A workbook asks for a password, or is one of Excel 97-2003',
    reach: 'FILE',
    mender: 'SENDER',
    message: {
      id: 'Buku kerja ini berkata sandi atau berformat lama (.xls). Simpan sebagai .xlsx tanpa kata sandi.',
      en: 'This workbook has a password or the old format (.xls). Save it as .xlsx without a password.',
    },
  },
  BOOK_TOO_LARGE: {
    when: 'A workbook unpacks to more than is read, or has more parts or columns than any table of ours',
    reach: 'FILE',
    mender: 'SENDER',
    message: (megabytes: number, columns: number): Sentence => ({
      id: `Isi buku kerja ini terlalu besar: paling banyak ${megabytes} MB setelah dibuka dan ${columns} kolom. Salin tabelnya saja ke buku kerja baru.`,
      en: `This workbook holds too much: at most ${megabytes} MB unpacked, and ${columns} columns. Copy the table alone into a new one.`,
    }),
  },
  ROWS_TOO_MANY: {
    when: 'A file has more rows than are taken at a time',
    reach: 'FILE',
    mender: 'SENDER',
    message: (most: number): Sentence => ({
      id: `Berkas ini punya lebih dari ${most} baris. Bagi menjadi beberapa berkas, masing-masing dengan judul kolomnya.`,
      en: `This file has more than ${most} rows. Split it into several, each with its header.`,
    }),
  },
  LINE_ENDING_UNKNOWN: {
    when: 'Lines end with a lone carriage return, as files of old Macs do',
    reach: 'FILE',
    mender: 'SENDER',
    message: {
      id: 'Baris di berkas ini berakhir dengan CR saja ("CSV Macintosh"). Simpan ulang sebagai "CSV UTF-8".',
      en: 'Lines in this file end with CR alone ("CSV Macintosh"). Save it again as "CSV UTF-8".',
    },
  },
  HEADER_UNREADABLE: {
    when: 'The first line is too long, or its quotes do not match',
    reach: 'FILE',
    mender: 'SENDER',
    message: (names: string): Sentence => ({
      id: `Baris judul tidak dapat dibaca: terlalu panjang atau tanda kutipnya tidak berpasangan. Isinya seharusnya: ${names}.`,
      en: `The header line cannot be read: it is too long or its quotes do not match. It should hold: ${names}.`,
    }),
  },
  HEADER_MISSING: {
    when: 'None of the expected columns is named in the first line',
    reach: 'FILE',
    mender: 'SENDER',
    message: (names: string): Sentence => ({
      id: `Baris pertama bukan judul kolom. Tambahkan di atasnya satu baris: ${names}.`,
      en: `The first line is not a header. Put one line above it: ${names}.`,
    }),
  },
  COLUMN_MISSING: {
    when: 'A required column is not in the header',
    reach: 'FILE',
    mender: 'SENDER',
    message: (missing: string, present: string, nearMiss: string | null): Sentence => ({
      id:
        `Kolom "${missing}" tidak ada. Kolom yang ada: ${present}.` +
        (nearMiss === null
          ? ` Tambahkan kolom "${missing}".`
          : ` Mungkin "${nearMiss}" yang dimaksud; ganti judulnya menjadi "${missing}".`),
      en:
        `The column "${missing}" is missing. There are: ${present}.` +
        (nearMiss === null
          ? ` Add a column "${missing}".`
          : ` Perhaps "${nearMiss}" is meant; rename it to "${missing}".`),
    }),
  },
  COLUMN_TWICE: {
    when: 'Two columns of the header mean the same',
    reach: 'FILE',
    mender: 'SENDER',
    message: (name: string, first: string, second: string): Sentence => ({
      id: `Judul "${first}" dan "${second}" sama-sama berarti kolom "${name}". Hapus salah satunya.`,
      en: `The names "${first}" and "${second}" both mean the column "${name}". Remove one of them.`,
    }),
  },
  COLUMN_UNKNOWN: {
    when: 'The header names a column that is not expected; its values are ignored',
    reach: 'NOTE',
    mender: 'SENDER',
    message: (name: string): Sentence => ({
      id: `Kolom "${name}" tidak dikenal dan tidak dibaca.`,
      en: `The column "${name}" is not known and is not read.`,
    }),
  },
  ROWS_MISSING: {
    when: 'There is a header and nothing under it',
    reach: 'NOTE',
    mender: 'SENDER',
    message: {
      id: 'Berkas ini hanya berisi judul kolom, tanpa baris data.',
      en: 'This file holds column names only, no rows.',
    },
  },
  SHEETS_NOT_READ: {
    when: 'A workbook has several sheets; the first one is read',
    reach: 'NOTE',
    mender: 'SENDER',
    message: (sheets: number): Sentence => ({
      id: `Buku kerja ini punya ${sheets} lembar; hanya lembar pertama yang dibaca.`,
      en: `This workbook has ${sheets} sheets; only the first one is read.`,
    }),
  },
  CELL_DIGITS_LOST: {
    when: 'A cell of a workbook is a number of more than 15 digits; Excel has put zeros in the place of its last ones',
    reach: 'ROW',
    mender: 'SENDER',
    message: {
      id: 'Sel ini berisi angka lebih dari 15 digit; Excel sudah mengganti digit terakhirnya dengan nol. Ubah format kolomnya menjadi Teks, lalu ketik atau tempel lagi NIP-nya.',
      en: 'This cell is a number of more than 15 digits; Excel has put zeros in the place of the last ones. Make the column Text, then type or paste the NIP again.',
    },
  },
  CELL_FORMULA_FAILED: {
    when: 'A cell of a workbook holds a formula that gave an error',
    reach: 'ROW',
    mender: 'SENDER',
    message: {
      id: 'Rumus di sel ini menghasilkan galat (misalnya #N/A). Perbaiki rumusnya, atau ganti dengan nilainya.',
      en: 'The formula in this cell gave an error (such as #N/A). Mend it, or put the value in its place.',
    },
  },
  ROW_TOO_SHORT: {
    when: 'A row has fewer fields than the header',
    reach: 'ROW',
    mender: 'SENDER',
    message: (fields: number, expected: number): Sentence => ({
      id: `Baris ini punya ${fields} kolom, seharusnya ${expected}. Isi kolom yang kurang; kolom kosong pun perlu pemisahnya.`,
      en: `This row has ${fields} fields instead of ${expected}. Fill in what is missing; an empty field needs its separator too.`,
    }),
  },
  ROW_TOO_LONG: {
    when: 'A row has more fields than the header, often because a text with a separator in it is not quoted',
    reach: 'ROW',
    mender: 'SENDER',
    message: (fields: number, expected: number): Sentence => ({
      id: `Baris ini punya ${fields} kolom, seharusnya ${expected}. Teks yang memuat pemisah kolom ditulis di antara tanda kutip ganda; desimal ditulis dengan titik.`,
      en: `This row has ${fields} fields instead of ${expected}. Put a text that holds the separator in double quotes; write decimals with a point.`,
    }),
  },
  ROW_NOT_UTF8: {
    when: 'A row holds bytes that are not UTF-8',
    reach: 'ROW',
    mender: 'SENDER',
    message: {
      id: 'Baris ini memuat huruf yang bukan UTF-8. Simpan ulang berkas sebagai "CSV UTF-8", atau ketik ulang huruf yang rusak.',
      en: 'This row holds letters that are not UTF-8. Save the file again as "CSV UTF-8", or type the broken letters anew.',
    },
  },
  ROW_HAS_NUL: {
    when: 'A row holds a NUL byte, as half-written files do',
    reach: 'ROW',
    mender: 'SENDER',
    message: {
      id: 'Baris ini memuat bita NUL; berkas mungkin rusak sewaktu disalin. Ambil berkasnya sekali lagi dari sumbernya.',
      en: 'This row holds a NUL byte; the file may have been damaged on its way. Take it from its source again.',
    },
  },
  LINE_TOO_LONG: {
    when: 'A line is longer than the limit; it is skipped without being kept in memory',
    reach: 'ROW',
    mender: 'SENDER',
    message: (maximumBytes: number): Sentence => ({
      id: `Baris ini lebih panjang dari ${maximumBytes} bita. Pendekkan isinya, atau periksa apakah ganti barisnya hilang.`,
      en: `This line is longer than ${maximumBytes} bytes. Shorten it, or check whether its line breaks were lost.`,
    }),
  },
  QUOTE_UNCLOSED: {
    when: 'A quote opens on this line and does not close within the limit or before the end; reading goes on with the next line',
    reach: 'ROW',
    mender: 'SENDER',
    message: {
      id: 'Tanda kutip yang dibuka di baris ini tidak ditutup. Tutup, atau tulis ganda ("") bila kutip itu bagian teks.',
      en: 'The quote opened on this line is not closed. Close it, or double it ("") where it belongs to the text.',
    },
  },
  QUOTE_MISPLACED: {
    when: 'A quote stands inside an unquoted text, or text follows a closing quote; reading goes on with the next line',
    reach: 'ROW',
    mender: 'SENDER',
    message: {
      id: 'Ada tanda kutip di tengah teks. Tulis seluruh teks di antara tanda kutip, dan kutip di dalamnya ganda ("").',
      en: 'There is a quote in the middle of a text. Put the whole text in quotes, and double those inside ("").',
    },
  },
} as const satisfies Record<string, FindingKind>;

export type FindingCode = keyof typeof FINDINGS;

/** Something about a file that its sender should know. It never repeats what a row holds. */
export interface Finding {
  /** Physical line, from 1. */
  readonly line: number;
  /** The column it is about, as the reader names it; null where it is about the whole row or file. */
  readonly column: string | null;
  readonly code: FindingCode;
  readonly message: Sentence;
  readonly mender: Mender;
}

type Details<C extends FindingCode> = (typeof FINDINGS)[C]['message'] extends (
  ...details: infer D
) => Sentence
  ? D
  : [];

/** A finding of one kind, with the details that its message takes. */
export function finding<C extends FindingCode>(
  code: C,
  at: { readonly line: number; readonly column?: string },
  ...details: Details<C>
): Finding {
  const { mender, message } = FINDINGS[code] as FindingKind;
  return {
    line: at.line,
    column: at.column ?? null,
    code,
    message: typeof message === 'function' ? message(...(details as never[])) : message,
    mender,
  };
}
