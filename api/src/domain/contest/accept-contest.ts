import { CONFIRMATION_REFUSALS } from '../appraisal/accept-confirmation.js';
import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow, type Sentence } from '../outcome.js';
import type { PeriodState } from '../period/period-state.js';

/** What an employee says against an observation. */
export interface ContestInput {
  readonly reason: string;
  /** What bears the reason out, each a line: a letter's number, a link, a witness. */
  readonly evidence: readonly string[];
}

/** What the records say around it. Days are 'YYYY-MM-DD' in Asia/Jakarta. */
export interface ContestContext {
  /** Null where the region has no such observation. */
  readonly observation: {
    /** Whom it is about. */
    readonly employeeId: string;
    /** The day from which the employee could see it. */
    readonly recordedOn: string;
    /** Whether another observation took its place. */
    readonly corrected: boolean;
    readonly withdrawn: boolean;
  } | null;
  /** Who contests. */
  readonly employeeId: string;
  /** Whether this observation was contested already, ruled on or not. */
  readonly contested: boolean;
  readonly periodState: PeriodState;
  /** The last day on which it can be contested. */
  readonly deadline: string;
  readonly today: string;
}

/** A contest that may be recorded. */
export interface AcceptedContest {
  readonly reason: string;
  readonly evidence: string[];
}

/** In characters: the superior of the appraiser, who was not there, rules on what stands in it. */
const SHORTEST_REASON = 20;
const MOST_EVIDENCE = 10;
/** In characters (code points). */
const LONGEST_EVIDENCE = 300;

/** Why a contest is not recorded, in the order in which it is looked at. */
export const CONTEST_REFUSALS = {
  OBSERVATION_UNKNOWN: {
    when: 'The region has no such observation.',
    field: 'observationId',
    mender: 'SENDER',
    message: {
      id: 'Pengamatan ini tidak ditemukan di wilayah ini. Buka lagi daftar pengamatan Anda dan pilih dari sana.',
      en: 'This region has no such observation. Open the list of your observations again and choose from there.',
    },
  },
  CONTEST_NOT_OWN: {
    when: 'The observation is about somebody else.',
    field: 'observationId',
    mender: 'SENDER',
    message: {
      id: 'Keberatan diajukan oleh pegawai yang diamati. Bila catatan tentang orang lain keliru, beri tahu pencatatnya.',
      en: 'Only the employee observed can object. If a record about somebody else is wrong, tell whoever recorded it.',
    },
  },
  ALREADY_CORRECTED: {
    when: 'Another observation took its place; that one can be contested.',
    field: 'observationId',
    mender: 'SENDER',
    message: {
      id: 'Pengamatan ini sudah dikoreksi. Muat ulang; bila masih keliru, ajukan keberatan atas penggantinya.',
      en: 'This observation was corrected already. Reload; if it is still wrong, object to the one that took its place.',
    },
  },
  ALREADY_WITHDRAWN: {
    when: 'The observation was withdrawn and counts for nothing.',
    field: 'observationId',
    mender: 'SENDER',
    message: {
      id: 'Pengamatan ini sudah ditarik dan tidak dihitung lagi. Muat ulang; keberatan tidak perlu diajukan.',
      en: 'This observation was withdrawn and counts no more. Reload; there is nothing left to object to.',
    },
  },
  ALREADY_CONTESTED: {
    when: 'The observation was contested already; the contest is open or was ruled on.',
    field: 'observationId',
    mender: 'SENDER',
    message: {
      id: 'Keberatan atas pengamatan ini sudah diajukan. Lihat status atau putusannya di daftar keberatan Anda.',
      en: 'An objection to this observation was made already. See how it stands in the list of your objections.',
    },
  },
  PERIOD_CONFIRMED: { ...CONFIRMATION_REFUSALS.PERIOD_CONFIRMED, field: 'observationId' },
  CONTEST_TOO_LATE: {
    when: 'The last day on which the observation could be contested is over.',
    field: 'observationId',
    mender: 'REGIONAL_HR',
    message: (recordedOn: string, deadline: string): Sentence => ({
      id: `Pengamatan ini tercatat sejak ${recordedOn}; keberatan diterima sampai ${deadline}. Minta koreksi kepada pencatatnya atau pejabat penilai Anda; bila tidak berhasil, hubungi BKPSDM.`,
      en: `This observation is on record since ${recordedOn}; objections were taken until ${deadline}. Ask whoever recorded it or your appraiser for a correction; failing that, turn to regional HR.`,
    }),
  },
  ...NOTE_REFUSALS,
  CONTEST_REASON_MISSING: {
    when: `The reason has fewer than ${SHORTEST_REASON} characters.`,
    field: 'reason',
    mender: 'SENDER',
    message: {
      id: `Jelaskan keberatan Anda, paling sedikit ${SHORTEST_REASON} karakter: atasan pejabat penilai memutus atas dasar penjelasan itu.`,
      en: `Explain your objection, in at least ${SHORTEST_REASON} characters: the superior of your appraiser rules on what it says.`,
    },
  },
  EVIDENCE_TOO_MUCH: {
    when: `There are more than ${MOST_EVIDENCE} items of evidence.`,
    field: 'evidence',
    mender: 'SENDER',
    message: (items: number): Sentence => ({
      id: `Buktinya ${items}, paling banyak ${MOST_EVIDENCE}. Pilih yang paling menentukan, atau gabungkan.`,
      en: `There are ${items} items of evidence, at most ${MOST_EVIDENCE} are taken. Choose those that matter most, or put some together.`,
    }),
  },
  EVIDENCE_TOO_LONG: {
    when: `An item of evidence has more than ${LONGEST_EVIDENCE} characters.`,
    field: 'evidence',
    mender: 'SENDER',
    message: (item: number): Sentence => ({
      id: `Bukti ke-${item} lebih dari ${LONGEST_EVIDENCE} karakter. Tulis hanya di mana bukti itu dapat dilihat; ceritakan isinya dalam alasan.`,
      en: `Item ${item} of the evidence has more than ${LONGEST_EVIDENCE} characters. Write only where it can be seen; tell what it shows in the reason.`,
    }),
  },
  EVIDENCE_UNREADABLE: {
    when: 'An item of evidence holds characters that cannot be read or that turn the text around, as in NOTE_UNREADABLE.',
    field: 'evidence',
    mender: 'SENDER',
    message: (item: number): Sentence => ({
      id: `Bukti ke-${item} memuat karakter yang tidak terbaca, biasanya dari tempelan aplikasi lain. Ketik ulang sebagai teks biasa.`,
      en: `Item ${item} of the evidence holds characters that cannot be read, mostly pasted from another program. Type it again as plain text.`,
    }),
  },
} as const satisfies Record<string, RefusalRow>;

export type ContestRefusalCode = keyof typeof CONTEST_REFUSALS;

/**
 * Whether an employee may contest an observation (keberatan, rules CT in docs/SCORING.md). Of several troubles the
 * first of `CONTEST_REFUSALS` is told. Blank items of evidence go.
 */
export function acceptContest(
  input: ContestInput,
  context: ContestContext,
): Outcome<AcceptedContest, ContestRefusalCode> {
  const { observation, deadline } = context;
  const told = CONTEST_REFUSALS;
  if (observation === null) return refused('OBSERVATION_UNKNOWN', told.OBSERVATION_UNKNOWN);
  if (observation.employeeId !== context.employeeId) return refused('CONTEST_NOT_OWN', told.CONTEST_NOT_OWN);
  if (observation.corrected) return refused('ALREADY_CORRECTED', told.ALREADY_CORRECTED);
  if (observation.withdrawn) return refused('ALREADY_WITHDRAWN', told.ALREADY_WITHDRAWN);
  if (context.contested) return refused('ALREADY_CONTESTED', told.ALREADY_CONTESTED);
  if (context.periodState === 'CONFIRMED') return refused('PERIOD_CONFIRMED', told.PERIOD_CONFIRMED);
  if (context.today > deadline) {
    const row = told.CONTEST_TOO_LATE;
    return refused('CONTEST_TOO_LATE', { ...row, message: row.message(observation.recordedOn, deadline) });
  }

  const reason = readNote(input.reason, 'reason');
  if (!reason.ok) return reason;
  if (reason.value === null || [...reason.value].length < SHORTEST_REASON) {
    return refused('CONTEST_REASON_MISSING', told.CONTEST_REASON_MISSING);
  }
  const evidence = readEvidence(input.evidence);
  return evidence.ok ? ok({ reason: reason.value, evidence: evidence.value }) : evidence;
}

function readEvidence(
  given: readonly string[],
): Outcome<string[], 'EVIDENCE_TOO_MUCH' | 'EVIDENCE_TOO_LONG' | 'EVIDENCE_UNREADABLE'> {
  const items = given
    .map((text, i) => ({ text: text.trim(), place: i + 1 }))
    .filter(({ text }) => text !== '');
  if (items.length > MOST_EVIDENCE) {
    const row = CONTEST_REFUSALS.EVIDENCE_TOO_MUCH;
    return refused('EVIDENCE_TOO_MUCH', { ...row, message: row.message(items.length) });
  }
  const tooLong = items.find(({ text }) => [...text].length > LONGEST_EVIDENCE);
  if (tooLong !== undefined) {
    const row = CONTEST_REFUSALS.EVIDENCE_TOO_LONG;
    return refused('EVIDENCE_TOO_LONG', { ...row, message: row.message(tooLong.place) });
  }
  const evidence: string[] = [];
  for (const { text, place } of items) {
    const read = readNote(text, 'reason');
    if (!read.ok) {
      const row = CONTEST_REFUSALS.EVIDENCE_UNREADABLE;
      return refused('EVIDENCE_UNREADABLE', { ...row, message: row.message(place) });
    }
    evidence.push(read.value!);
  }
  return ok(evidence);
}
