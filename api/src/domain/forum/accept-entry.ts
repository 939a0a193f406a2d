import { readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import type { EntryPart } from './entry.js';
import { hasCome, type ForumPhase } from './session-phase.js';

const SHORTEST_REASON = 10;

/** Why an entry does not fit its session, in the order in which it is looked at. */
export const ENTRY_REFUSALS = {
  ENTRY_UNREADABLE: {
    when: 'The entry has no part, or more than one, or names an outcome or a commitment by what is no id.',
    field: 'entries',
    mender: 'SENDER',
    message: {
      id: 'Catatan ini tidak terbaca: isinya kosong atau ganda. Perbarui aplikasi, lalu catat lagi.',
      en: 'This entry cannot be read: it holds nothing, or two things. Update the program, then write it down again.',
    },
  },
  ENTRY_OF_ANOTHER: {
    when: 'The id is that of an entry which somebody else has sent, or which belongs to another session.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Catatan ini sudah diterima dari akun lain. Tidak ada yang hilang; muat ulang pertemuannya.',
      en: 'This entry was already taken from another account. Nothing is lost; load the session again.',
    },
  },
  SESSION_NOT_OPEN: {
    when: 'Nobody has opened the session.',
    field: 'session',
    mender: 'SENDER',
    message: {
      id: 'Pertemuan ini belum dibuka. Ketuk «Mulai mencatat» lebih dahulu.',
      en: 'This session has not been opened. Tap “Start” first.',
    },
  },
  SESSION_OPEN: {
    when: 'The session was opened before; harmless.',
    field: 'session',
    mender: 'SENDER',
    message: {
      id: 'Pertemuan ini sudah dibuka, mungkin oleh perangkat lain. Tidak ada yang perlu dilakukan.',
      en: 'This session is open already, perhaps by another device. There is nothing to do.',
    },
  },
  SESSION_CLOSED: {
    when: 'The session was closed before; harmless.',
    field: 'session',
    mender: 'SENDER',
    message: {
      id: 'Pertemuan ini sudah ditutup, mungkin oleh perangkat lain. Tidak ada yang perlu dilakukan.',
      en: 'This session was closed already, perhaps by another device. There is nothing to do.',
    },
  },
  SESSION_NOT_CLOSED: {
    when: 'Minutes are to be read back or signed while the session is still held.',
    field: 'session',
    mender: 'SENDER',
    message: {
      id: 'Tutup pertemuannya lebih dahulu, baru bacakan dan tanda tangani notulanya.',
      en: 'Close the session first; then read its minutes back and have them signed.',
    },
  },
  SESSION_READ_BACK: {
    when: 'The minutes were read back before; harmless.',
    field: 'session',
    mender: 'SENDER',
    message: {
      id: 'Notula ini sudah dibacakan. Tidak ada yang perlu dilakukan.',
      en: 'These minutes were read back already. There is nothing to do.',
    },
  },
  SESSION_NOT_READ_BACK: {
    when: 'Somebody signs minutes that nobody has read back.',
    field: 'session',
    mender: 'SENDER',
    message: {
      id: 'Bacakan notulanya lebih dahulu, supaya yang menandatangani tahu isinya.',
      en: 'Read the minutes back first, so that whoever signs knows what they say.',
    },
  },
  SESSION_SIGNED: {
    when: 'The minutes were signed before the entry was made, and it has no reason.',
    field: 'reason',
    mender: 'SENDER',
    message: {
      id: `Notula sudah ditandatangani. Catatan ini masih bisa masuk sebagai perubahan: tulis alasannya dengan ${SHORTEST_REASON} sampai 500 karakter.`,
      en: `The minutes are signed. This can still come in as an amendment: give a reason of ${SHORTEST_REASON} to 500 characters.`,
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type EntryRefusalCode = keyof typeof ENTRY_REFUSALS;

/** A session as an entry finds it. */
export interface SessionFound {
  readonly phase: ForumPhase;
  readonly signedAt: Date | null;
}

/** What becomes of an entry that fits. */
export interface FittingEntry {
  /** Whether it was added to minutes that were signed. */
  readonly amends: boolean;
  /** Why, where it was made after they were signed. */
  readonly reason: string | null;
}

const LONGEST_REASON = 500;

/**
 * Whether an entry made at `takenAt` fits the session. What was written down in the hall is never too late: after the
 * minutes were signed it comes in as an amendment.
 */
export function acceptEntry(
  part: EntryPart,
  takenAt: Date,
  reason: string | null,
  { phase, signedAt }: SessionFound,
): Outcome<FittingEntry, EntryRefusalCode> {
  const no = (code: EntryRefusalCode) => refused(code, ENTRY_REFUSALS[code]);
  const plain = ok({ amends: false, reason: null });
  if (part === 'OPEN') return phase === 'PLANNED' ? plain : no('SESSION_OPEN');
  if (phase === 'PLANNED') return no('SESSION_NOT_OPEN');
  if (part === 'CLOSE') return phase === 'OPEN' ? plain : no('SESSION_CLOSED');
  if (part === 'READ_BACK') {
    if (phase === 'OPEN') return no('SESSION_NOT_CLOSED');
    return hasCome(phase, 'READ_BACK') ? no('SESSION_READ_BACK') : plain;
  }
  if (part === 'SIGN') {
    if (phase === 'OPEN') return no('SESSION_NOT_CLOSED');
    return hasCome(phase, 'READ_BACK') ? plain : no('SESSION_NOT_READ_BACK');
  }
  if (phase !== 'SIGNED') return plain;
  const read = readNote(reason, 'reason');
  const length = read.ok ? [...(read.value ?? '')].length : 0;
  const given = read.ok && length <= LONGEST_REASON ? read.value : null;
  if (signedAt !== null && takenAt <= signedAt) return ok({ amends: true, reason: given });
  if (given === null || length < SHORTEST_REASON) return no('SESSION_SIGNED');
  return ok({ amends: true, reason: given });
}
