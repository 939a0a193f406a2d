import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { count, type Attendance, type AttendanceGroup } from './entry.js';
import { hasCome, type ForumPhase } from './session-phase.js';

/*
 * A hall shares one wireless network, and three hundred people scan in a few minutes: neither number may keep somebody
 * out who is there. They keep the count from being driven up without end by a code that went round; it is no number of
 * the minutes, so that nothing more is needed. What is more is refused and not marked: nothing is known of a scan by
 * which anybody could tell later whether it was right.
 */

/** One session, one network, within an hour: twice the fullest hall. */
export const SCANS_OF_NETWORK_PER_HOUR = 600;

/** One session, all networks: as many as a quorum may ask for. */
export const MOST_SCANS = 5_000;

/** Why somebody who scanned the code in the hall is not counted, in the order in which it is looked at. */
export const SCAN_REFUSALS = {
  HALL_UNKNOWN: {
    when: 'No session of the region has this code.',
    field: 'code',
    mender: 'SENDER',
    message: {
      id: 'Kode ini bukan kode pertemuan yang berlaku. Pindai kode QR di layar, atau minta dihitung fasilitator.',
      en: 'This is not the code of a session. Scan the QR code on the screen, or have the facilitator count you.',
    },
  },
  HALL_NOT_BEGUN: {
    when: 'Nobody has opened the session yet, or its day has not come.',
    field: 'session',
    mender: 'SENDER',
    message: {
      id: 'Pertemuan ini belum dimulai. Ketuk lagi sesudah fasilitator membukanya.',
      en: 'This session has not begun. Tap again once the facilitator has opened it.',
    },
  },
  HALL_CLOSED: {
    when: 'The session is over, or its day is.',
    field: 'session',
    mender: 'SENDER',
    message: {
      id: 'Pertemuan ini sudah selesai; kehadiran lewat QR ditutup. Tidak ada yang perlu Anda lakukan.',
      en: 'This session is over, and nobody is counted by QR any more. There is nothing for you to do.',
    },
  },
  HALL_GROUP_MISSING: {
    when: 'No group is named, or one of them twice.',
    field: 'groups',
    mender: 'SENDER',
    message: {
      id: 'Pilih paling sedikit satu kelompok, masing-masing sekali.',
      en: 'Choose one group at least, each of them once.',
    },
  },
  HALL_TOO_MANY: {
    when: `More than ${SCANS_OF_NETWORK_PER_HOUR} scans of this session came from this network within the hour.`,
    field: null,
    mender: 'SENDER',
    message: (seconds: number) => ({
      id: `Terlalu banyak pindaian dari jaringan ini. Minta dihitung fasilitator, pakai data seluler, atau coba lagi dalam ${Math.ceil(seconds / 60)} menit.`,
      en: `Too many scans came from this network. Have the facilitator count you, use mobile data, or try again in ${Math.ceil(seconds / 60)} min.`,
    }),
  },
  HALL_FULL: {
    when: `The session has ${MOST_SCANS} scans.`,
    field: 'session',
    mender: 'SENDER',
    message: {
      id: 'Hitungan lewat QR sudah penuh. Minta dihitung fasilitator.',
      en: 'The count by QR is full. Have the facilitator count you.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type ScanRefusalCode = keyof typeof SCAN_REFUSALS;

/** Whether people in the hall are counted by their scans. */
export type HallState = 'NOT_BEGUN' | 'RUNNING' | 'OVER';

/** What scans have made of a session: how many there were, and how many of them named each group. */
export interface Scans {
  readonly scanned: number;
  readonly scannedGroups: Attendance;
}

interface Hall extends Scans {
  readonly phase: ForumPhase;
  /** 'YYYY-MM-DD' in Asia/Jakarta. */
  readonly heldOn: string;
}

/** Only while the session is held, and only on its day. `today` is 'YYYY-MM-DD' in Asia/Jakarta. */
export function hallState({ phase, heldOn }: Omit<Hall, keyof Scans>, today: string): HallState {
  if (today > heldOn || hasCome(phase, 'CLOSED')) return 'OVER';
  return phase === 'OPEN' && today === heldOn ? 'RUNNING' : 'NOT_BEGUN';
}

/** The network has had its part of the hour. */
export function tooManyScans(waitSeconds: number) {
  const { message, ...row } = SCAN_REFUSALS.HALL_TOO_MANY;
  return refused('HALL_TOO_MANY', { ...row, message: message(waitSeconds) });
}

/** Counts one who is there and says to which groups they belong. `hall` is null where the code is none. */
export function acceptScan(
  hall: Hall | null,
  groups: readonly AttendanceGroup[],
  today: string,
): Outcome<Scans, ScanRefusalCode> {
  if (hall === null) return refused('HALL_UNKNOWN', SCAN_REFUSALS.HALL_UNKNOWN);
  const state = hallState(hall, today);
  if (state === 'NOT_BEGUN') return refused('HALL_NOT_BEGUN', SCAN_REFUSALS.HALL_NOT_BEGUN);
  if (state === 'OVER') return refused('HALL_CLOSED', SCAN_REFUSALS.HALL_CLOSED);
  if (groups.length === 0 || new Set(groups).size < groups.length) {
    return refused('HALL_GROUP_MISSING', SCAN_REFUSALS.HALL_GROUP_MISSING);
  }
  if (hall.scanned >= MOST_SCANS) return refused('HALL_FULL', SCAN_REFUSALS.HALL_FULL);
  return ok({
    scanned: hall.scanned + 1,
    scannedGroups: groups.reduce((counted, group) => count(counted, group, 1), hall.scannedGroups),
  });
}
