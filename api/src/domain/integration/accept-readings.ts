import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { readNote } from '../observation/read-note.js';

/** Readings that come in together: as many as fit a request, with some room. */
export const MOST_READINGS = 200;
/** Characters of the name of a system, and of its own id of a reading. */
export const SOURCE_LETTERS = 80;
export const READING_ID_LETTERS = 100;

/** Why readings of a system are not taken, the whole of them or one; beside what `acceptObservation` says of each. */
export const COUNTER_READING_REFUSALS = {
  SOURCE_NAME: {
    when: `The name of the system is empty, has more than ${SOURCE_LETTERS} characters or some that cannot be read, or looks like the id or NIP of somebody.`,
    field: 'source',
    mender: 'SENDER',
    message: {
      id: `Tulis nama sistemnya dalam 1 sampai ${SOURCE_LETTERS} karakter, misalnya "mesin antrean loket 2"; bukan id atau NIP orang.`,
      en: `Write the name of the system in 1 to ${SOURCE_LETTERS} characters, such as "mesin antrean loket 2"; no id or NIP of anybody.`,
    },
  },
  READINGS_NUMBER: {
    when: `There is no reading, or there are more than ${MOST_READINGS}.`,
    field: 'items',
    mender: 'SENDER',
    message: {
      id: `Kirim 1 sampai ${MOST_READINGS} bacaan sekaligus. Bagi sisanya menjadi beberapa kiriman, masing-masing dengan kuncinya.`,
      en: `Send 1 to ${MOST_READINGS} readings at a time. Send the others apart, each batch with a key of its own.`,
    },
  },
  READING_ID: {
    when: `The system's own id of a reading is empty, or has more than ${READING_ID_LETTERS} characters or some that cannot be read.`,
    field: 'id',
    mender: 'SENDER',
    message: {
      id: `Beri setiap bacaan id dari sistem Anda, 1 sampai ${READING_ID_LETTERS} karakter; id itu tetap sama saat dikirim ulang.`,
      en: `Give each reading an id of your system, 1 to ${READING_ID_LETTERS} characters; it stays the same when it is sent again.`,
    },
  },
  READING_SUBJECT: {
    when: 'A reading names nobody, or names somebody both by id and by NIP.',
    field: 'employeeId',
    mender: 'SENDER',
    message: {
      id: 'Sebut pegawainya dengan salah satu saja: employeeId atau nip.',
      en: 'Name the employee in one way: by employeeId, or by nip.',
    },
  },
  READING_BEHAVIOUR: {
    when: 'The indicator is one of behaviour, which people see and machines do not.',
    field: 'indicator',
    mender: 'SENDER',
    message: {
      id: 'Indikator ini perilaku kerja: diamati orang, bukan mesin. Pilih indikator hasil kerja.',
      en: 'This indicator is one of behaviour: people see that, no machine does. Choose one of results.',
    },
  },
  READING_CONFLICT: {
    when: 'The system has sent another reading under this id before.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Id ini sudah dipakai untuk bacaan lain. Pakai id baru; bacaan yang keliru dikoreksi orang, atau lewat keberatan.',
      en: 'This id was used for another reading. Use a new one; a wrong reading is corrected by people, or by an objection.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type ReadingRefusalCode = keyof typeof COUNTER_READING_REFUSALS;
/** Why nothing of a batch is looked at. */
export type BatchRefusalCode = 'SOURCE_NAME' | 'READINGS_NUMBER';

const ID_OF_SOMEBODY = /[0-9a-f]{8}-[0-9a-f]{4}-|(?:\d\s?){18}/iu;

/** The name of a system as it is kept, in one line; it is shown where the observer of a reading would be. */
export function acceptSource(name: string): Outcome<string, 'SOURCE_NAME'> {
  const tidy = name.replace(/[\t\r\n ]+/gu, ' ').trim();
  return isLine(tidy, SOURCE_LETTERS) && !ID_OF_SOMEBODY.test(tidy)
    ? ok(tidy)
    : refused('SOURCE_NAME', COUNTER_READING_REFUSALS.SOURCE_NAME);
}

/** A system's own id of a reading, letter by letter as it came. */
export function isReadingId(id: string): boolean {
  return isLine(id, READING_ID_LETTERS);
}

function isLine(text: string, most: number): boolean {
  return (
    text !== '' &&
    text === text.trim() &&
    [...text].length <= most &&
    !/[\r\n]/u.test(text) &&
    readNote(text, 'note').ok
  );
}

/** What a reading says. */
export interface Reading {
  readonly employeeId: string;
  readonly indicatorId: string;
  /** Canonical decimal. */
  readonly value: string;
  readonly observedAt: Date;
}

/** Whether two readings say the same: then one was sent twice. */
export function saysTheSame(one: Reading, other: Reading): boolean {
  return (
    one.employeeId === other.employeeId &&
    one.indicatorId === other.indicatorId &&
    one.value === other.value &&
    one.observedAt.getTime() === other.observedAt.getTime()
  );
}
