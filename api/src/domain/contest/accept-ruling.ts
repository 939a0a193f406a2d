import { ONE, readAmount, type Amount } from '../amount.js';
import { OBSERVATION_REFUSALS } from '../observation/accept-observation.js';
import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow, type Sentence } from '../outcome.js';
import type { PeriodState } from '../period/period-state.js';
import { CONTEST_REFUSALS } from './accept-contest.js';

/** What becomes of a contested observation: it stands; it counts no more; it counts with another value. */
export type RulingDecision = 'REJECTED' | 'WITHDRAWN' | 'AMENDED';

/** What somebody sends to rule on a contest. */
export interface RulingInput {
  readonly decision: RulingDecision;
  /** The value that counts from now on, a canonical decimal; only where the decision is AMENDED. */
  readonly value: string | null;
  /** Why, in words that the employee can read. */
  readonly note: string;
}

/** What the records say around it. It knows no day: whoever contested must not lose by a ruling that comes late. */
export interface RulingContext {
  /** Null where the region has no such contest. */
  readonly contest: {
    readonly open: boolean;
    /** Who contested. */
    readonly employeeId: string;
    readonly observationValue: Amount;
    /** Whether another observation took the place of the contested one since. */
    readonly corrected: boolean;
    /** Id of the employee who observed; null where it was none, as with a counter. */
    readonly observerId: string | null;
  } | null;
  readonly periodState: PeriodState;
  /** Id of the employee who rules. */
  readonly ruledBy: string;
  /** Whether the region has somebody of this id in service. */
  readonly rulerKnown: boolean;
  /** Id of the superior of the appraiser on record (`reviewAuthorityOn`); null where the region knows none. */
  readonly reviewAuthority: string | null;
  /** Id of the appraiser on record; null where the region knows none. */
  readonly appraiser: string | null;
  /** The values that the indicator can take at all, null where that side is open; behaviour knows whole numbers only. */
  readonly bounds: {
    readonly lowest: Amount | null;
    readonly highest: Amount | null;
    readonly wholeNumbers: boolean;
  };
}

/** A ruling that may be recorded; it is final. */
export interface AcceptedRuling {
  readonly decision: RulingDecision;
  /** Null but for AMENDED. */
  readonly value: Amount | null;
  readonly note: string;
}

/** In characters: shorter than this explains nothing to the person whose objection it is. */
const SHORTEST_NOTE = 10;

/** Why a ruling is not recorded, in the order in which it is looked at. */
export const RULING_REFUSALS = {
  CONTEST_UNKNOWN: {
    when: 'The region has no such contest.',
    field: 'contestId',
    mender: 'SENDER',
    message: {
      id: 'Keberatan ini tidak ditemukan di wilayah ini. Buka lagi daftar keberatan dan pilih dari sana.',
      en: 'This region has no such objection. Open the list of objections again and choose from there.',
    },
  },
  ALREADY_RULED: {
    when: 'The contest was ruled on, and a ruling is final.',
    field: 'contestId',
    mender: 'SENDER',
    message: {
      id: 'Keberatan ini sudah diputus dan putusannya final. Muat ulang untuk membaca putusannya.',
      en: 'This objection was ruled on, and the ruling is final. Reload to read it.',
    },
  },
  RULER_UNKNOWN: {
    when: 'Nobody in service in the region has the id of whoever rules.',
    field: 'ruledBy',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Pemutus tidak tercatat sebagai pegawai aktif di wilayah ini. Pilih dari daftar pegawai; bila belum tercatat, hubungi BKPSDM.',
      en: 'Whoever rules is not on record as an employee in service here. Choose from the list; if missing there, turn to regional HR.',
    },
  },
  RULING_OWN: {
    when: 'Somebody rules on a contest of their own.',
    field: 'contestId',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Keberatan sendiri tidak dapat diputus sendiri. Atasan pejabat penilai Anda yang memutus; bila belum tercatat, hubungi BKPSDM.',
      en: 'Nobody rules on an objection of their own. The superior of your appraiser does; if none is on record, turn to regional HR.',
    },
  },
  RULING_BY_APPRAISER: {
    when: 'The appraiser of the employee rules on the objection.',
    field: 'contestId',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Pejabat penilai tidak memutus keberatan pegawai yang dinilainya. Teruskan kepada atasan Anda; bila belum tercatat, hubungi BKPSDM.',
      en: 'An appraiser does not rule on an objection of somebody they appraise. Pass it on to your superior; if none is on record, turn to regional HR.',
    },
  },
  RULING_NOT_AUTHORITY: {
    when: 'Whoever rules is not the superior of the appraiser on record, or, where none is on record, made the contested observation.',
    field: 'contestId',
    mender: 'REGIONAL_HR',
    message: (known: boolean): Sentence =>
      known
        ? {
            id: 'Yang memutus keberatan ini adalah atasan pejabat penilai, dan menurut catatan itu orang lain. Bila catatannya keliru, minta BKPSDM memperbaikinya.',
            en: 'The superior of the appraiser rules on this objection, and on record that is somebody else. If the record is wrong, ask regional HR to mend it.',
          }
        : {
            id: 'Pengamat tidak memutus keberatan atas pengamatannya sendiri. Serahkan kepada orang lain, atau minta BKPSDM mencatat atasan pejabat penilai.',
            en: 'Nobody rules on an objection to an observation of their own. Leave it to somebody else, or ask regional HR to record the superior of the appraiser.',
          },
  },
  PERIOD_CONFIRMED: { ...CONTEST_REFUSALS.PERIOD_CONFIRMED, field: 'contestId' },
  ALREADY_CORRECTED: {
    when: 'The contest would be upheld, and another observation took the place of the contested one meanwhile.',
    field: 'decision',
    mender: 'SENDER',
    message: {
      id: 'Pengamatan ini sudah dikoreksi atau ditarik sesudah keberatan diajukan. Tolak keberatannya dengan menyebut koreksi itu; penggantinya dapat dikeberati lagi.',
      en: 'This observation was corrected or withdrawn after the objection. Reject it and name the correction; the one that took its place can be contested anew.',
    },
  },
  VALUE_NEEDED: {
    when: 'The decision is AMENDED, and no value is given.',
    field: 'value',
    mender: 'SENDER',
    message: {
      id: 'Putusan ini mengubah nilai, tetapi nilainya belum ada. Tulis nilai yang seharusnya; bila pengamatan tidak boleh dihitung, putuskan untuk menariknya.',
      en: 'This ruling changes the value, and none is given. Write the right one; if the observation should not count at all, decide to withdraw it.',
    },
  },
  VALUE_NOT_ALLOWED: {
    when: 'A value is given, and the decision is not AMENDED.',
    field: 'value',
    mender: 'SENDER',
    message: {
      id: 'Nilai baru hanya ada bila putusannya mengubah nilai. Kosongkan nilainya, atau ganti putusannya.',
      en: 'There is a new value only where the ruling changes it. Leave the value empty, or choose another decision.',
    },
  },
  VALUE_NOT_DECIMAL: OBSERVATION_REFUSALS.VALUE_NOT_DECIMAL,
  VALUE_TOO_MANY_DIGITS: OBSERVATION_REFUSALS.VALUE_TOO_MANY_DIGITS,
  VALUE_OUT_OF_RANGE: OBSERVATION_REFUSALS.VALUE_OUT_OF_RANGE,
  VALUE_NOT_ON_SCALE: OBSERVATION_REFUSALS.VALUE_NOT_ON_SCALE,
  VALUE_UNCHANGED: {
    when: 'The value is the one that the contested observation has.',
    field: 'value',
    mender: 'SENDER',
    message: {
      id: 'Nilai ini sama dengan yang tercatat. Tulis nilai yang seharusnya; bila catatan sudah benar, tolak keberatannya.',
      en: 'This is the value on record already. Write the right one; if the record is right, reject the objection.',
    },
  },
  ...NOTE_REFUSALS,
  RULING_NOTE_MISSING: {
    when: `The note has fewer than ${SHORTEST_NOTE} characters.`,
    field: 'note',
    mender: 'SENDER',
    message: {
      id: `Tulis alasan putusan, paling sedikit ${SHORTEST_NOTE} karakter: pegawai yang mengajukan keberatan membacanya.`,
      en: `Write why you rule so, at least ${SHORTEST_NOTE} characters: the employee who objected reads it.`,
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type RulingRefusalCode = keyof typeof RULING_REFUSALS;

/**
 * Whether a ruling on a contest may be recorded (rules CT in docs/SCORING.md): the superior of the appraiser rules, and
 * the result is final (PP 30/2019 Art. 59). Of several troubles the first of `RULING_REFUSALS` is told.
 */
export function acceptRuling(
  input: RulingInput,
  context: RulingContext,
): Outcome<AcceptedRuling, RulingRefusalCode> {
  const { contest, ruledBy, reviewAuthority, appraiser, bounds } = context;
  const told = RULING_REFUSALS;
  if (contest === null) return refused('CONTEST_UNKNOWN', told.CONTEST_UNKNOWN);
  if (!contest.open) return refused('ALREADY_RULED', told.ALREADY_RULED);
  if (!context.rulerKnown) return refused('RULER_UNKNOWN', told.RULER_UNKNOWN);
  if (ruledBy === contest.employeeId) return refused('RULING_OWN', told.RULING_OWN);
  if (ruledBy === appraiser) return refused('RULING_BY_APPRAISER', told.RULING_BY_APPRAISER);
  const mayRule = reviewAuthority === null ? ruledBy !== contest.observerId : ruledBy === reviewAuthority;
  if (!mayRule) {
    const row = told.RULING_NOT_AUTHORITY;
    return refused('RULING_NOT_AUTHORITY', { ...row, message: row.message(reviewAuthority !== null) });
  }
  if (context.periodState === 'CONFIRMED') return refused('PERIOD_CONFIRMED', told.PERIOD_CONFIRMED);
  if (contest.corrected && input.decision !== 'REJECTED') {
    return refused('ALREADY_CORRECTED', told.ALREADY_CORRECTED);
  }

  const value = readRuledValue(input, contest.observationValue, bounds);
  if (!value.ok) return value;
  const note = readNote(input.note, 'note');
  if (!note.ok) return note;
  if (note.value === null || [...note.value].length < SHORTEST_NOTE) {
    return refused('RULING_NOTE_MISSING', told.RULING_NOTE_MISSING);
  }
  return ok({ decision: input.decision, value: value.value, note: note.value });
}

function readRuledValue(
  { decision, value: given }: RulingInput,
  observed: Amount,
  { lowest, highest, wholeNumbers }: RulingContext['bounds'],
): Outcome<Amount | null, RulingRefusalCode> {
  const told = RULING_REFUSALS;
  if (given === null) {
    return decision === 'AMENDED' ? refused('VALUE_NEEDED', told.VALUE_NEEDED) : ok(null);
  }
  if (decision !== 'AMENDED') return refused('VALUE_NOT_ALLOWED', told.VALUE_NOT_ALLOWED);

  const read = readAmount(given);
  if (!read.ok) {
    const code = read.refusal.code === 'NOT_A_DECIMAL' ? 'VALUE_NOT_DECIMAL' : 'VALUE_TOO_MANY_DIGITS';
    return refused(code, { ...read.refusal, field: told[code].field });
  }
  const { value } = read;
  if ((lowest !== null && value < lowest) || (highest !== null && value > highest)) {
    const row = told.VALUE_OUT_OF_RANGE;
    return refused('VALUE_OUT_OF_RANGE', { ...row, message: row.message(value, lowest, highest) });
  }
  if (wholeNumbers && value % ONE !== 0n) return refused('VALUE_NOT_ON_SCALE', told.VALUE_NOT_ON_SCALE);
  if (value === observed) return refused('VALUE_UNCHANGED', told.VALUE_UNCHANGED);
  return ok(value);
}
