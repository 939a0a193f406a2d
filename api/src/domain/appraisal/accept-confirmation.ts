import { OBSERVATION_REFUSALS } from '../observation/accept-observation.js';
import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow, type Sentence } from '../outcome.js';
import { PERIOD_CHANGE_REFUSALS, takesObservations, type PeriodState } from '../period/period-state.js';
import { predicateOf, type Predicate } from '../scoring/predicate.js';
import type { Rating } from '../scoring/rating.js';

/** What an appraiser decides. The ratings may be other ones than those proposed. */
export interface ConfirmationInput {
  readonly workResult: Rating;
  readonly behaviour: Rating;
  /** Why, in words that the employee can read. */
  readonly note: string;
}

/** What the records say around it. */
export interface ConfirmationContext {
  /** Whether the region has the employee. */
  readonly employeeKnown: boolean;
  readonly employeeId: string;
  /** Null where the region has no such period. */
  readonly periodState: PeriodState | null;
  /** Whether something was planned for the employee in the period, so that there is a score, with a value or without. */
  readonly scored: boolean;
  /** Whoever confirms. */
  readonly appraiser: { readonly employeeId: string };
  /** Id of the appraiser on record on the last day of the period; null where the region knows none. */
  readonly appraiserOf: string | null;
  /** The employee's objections to observations of the period that nobody has ruled on. */
  readonly openContests: number;
  /** The last confirmation, stale where the score moved since; null where there is none. */
  readonly confirmed: { readonly stale: boolean } | null;
}

/** A confirmation that may be recorded: a person's verdict, never the system's. */
export interface AcceptedConfirmation {
  readonly workResult: Rating;
  readonly behaviour: Rating;
  readonly predicate: Predicate;
  readonly note: string;
}

/** In characters: shorter than this explains nothing to the person whose predicate it is. */
const SHORTEST_NOTE = 10;

/** Why a predicate is not confirmed, in the order in which it is looked at. */
export const CONFIRMATION_REFUSALS = {
  EMPLOYEE_UNKNOWN: OBSERVATION_REFUSALS.EMPLOYEE_UNKNOWN,
  PERIOD_UNKNOWN: PERIOD_CHANGE_REFUSALS.PERIOD_UNKNOWN,
  NO_PLAN: {
    when: 'Nothing was planned for the employee in the period, so there is nothing to appraise.',
    field: 'period',
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Pegawai ini tidak punya rencana pada periode ini. Periksa periodenya; bila benar, minta admin unit melengkapi rencananya.',
      en: 'This employee has no plan in this period. Check the period; if it is right, ask the unit administration to complete the plan.',
    },
  },
  PERIOD_NOT_CLOSED: {
    when: 'The period is open or open again: its scores still move.',
    field: 'period',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Periode ini belum ditutup, jadi skornya masih bergerak. Konfirmasi sesudah BKPSDM menutup periode ini.',
      en: 'This period is not closed, so its scores still move. Confirm after regional HR has closed it.',
    },
  },
  PERIOD_CONFIRMED: {
    when: 'The period is confirmed: what was handed on to regional HR stands.',
    field: 'period',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Periode ini sudah dikonfirmasi dan hasilnya berlaku. Bila ada yang keliru, minta BKPSDM membuka kembali periodenya.',
      en: 'This period is confirmed and its results stand. If something is wrong, ask regional HR to open the period again.',
    },
  },
  OWN_CONFIRMATION: {
    when: 'Somebody confirms a predicate of their own.',
    field: 'employeeId',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Predikat sendiri tidak dapat dikonfirmasi sendiri. Pejabat penilai Anda yang melakukannya; bila belum tercatat, hubungi BKPSDM.',
      en: 'Nobody confirms a predicate of their own. Your appraiser does; if none is on record, turn to regional HR.',
    },
  },
  NOT_THE_APPRAISER: {
    when: 'Whoever confirms was not the appraiser on record on the last day of the period, or the region knows none.',
    field: 'employeeId',
    mender: 'REGIONAL_HR',
    message: (known: boolean): Sentence =>
      known
        ? {
            id: 'Pada hari terakhir periode ini, pejabat penilai pegawai ini orang lain. Bila catatannya keliru, minta BKPSDM memperbaikinya.',
            en: 'On the last day of this period the appraiser of this employee was somebody else. If the record is wrong, ask regional HR to mend it.',
          }
        : {
            id: 'Pejabat penilai pegawai ini pada hari terakhir periode ini belum tercatat. Minta BKPSDM mencatatnya, lalu konfirmasi.',
            en: 'No appraiser of this employee is on record for the last day of this period. Ask regional HR to record one, then confirm.',
          },
  },
  CONTESTS_OPEN: PERIOD_CHANGE_REFUSALS.CONTESTS_OPEN,
  ALREADY_CONFIRMED: {
    when: 'The predicate is confirmed and the score has not moved since.',
    field: 'employeeId',
    mender: 'SENDER',
    message: {
      id: 'Predikat ini sudah dikonfirmasi dan skornya tidak berubah sesudahnya. Muat ulang; konfirmasi baru hanya sesudah ada perubahan.',
      en: 'This predicate is confirmed and the score has not moved since. Reload; it is confirmed anew only after a change.',
    },
  },
  ...NOTE_REFUSALS,
  NOTE_MISSING: {
    when: `The note has fewer than ${SHORTEST_NOTE} characters.`,
    field: 'note',
    mender: 'SENDER',
    message: {
      id: `Tulis dasar penilaian Anda, paling sedikit ${SHORTEST_NOTE} karakter: pegawai yang bersangkutan membacanya.`,
      en: `Write what your appraisal rests on, at least ${SHORTEST_NOTE} characters: the employee concerned reads it.`,
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type ConfirmationRefusalCode = keyof typeof CONFIRMATION_REFUSALS;

/**
 * Whether an appraiser's verdict may be recorded (rules CF in docs/SCORING.md). The predicate follows from the ratings
 * that the appraiser gives; what the system proposes is not even asked for here (UU 27/2022 Art. 10, PermenPANRB
 * 6/2022). Of several troubles the first of `CONFIRMATION_REFUSALS` is told.
 */
export function acceptConfirmation(
  input: ConfirmationInput,
  context: ConfirmationContext,
): Outcome<AcceptedConfirmation, ConfirmationRefusalCode> {
  const { employeeId, periodState, appraiser, appraiserOf, openContests, confirmed } = context;
  const told = CONFIRMATION_REFUSALS;
  if (!context.employeeKnown) return refused('EMPLOYEE_UNKNOWN', told.EMPLOYEE_UNKNOWN);
  if (periodState === null) return refused('PERIOD_UNKNOWN', told.PERIOD_UNKNOWN);
  if (!context.scored) return refused('NO_PLAN', told.NO_PLAN);
  if (takesObservations(periodState)) return refused('PERIOD_NOT_CLOSED', told.PERIOD_NOT_CLOSED);
  if (periodState === 'CONFIRMED') return refused('PERIOD_CONFIRMED', told.PERIOD_CONFIRMED);

  if (appraiser.employeeId === employeeId) return refused('OWN_CONFIRMATION', told.OWN_CONFIRMATION);
  if (appraiser.employeeId !== appraiserOf) {
    const row = told.NOT_THE_APPRAISER;
    return refused('NOT_THE_APPRAISER', { ...row, message: row.message(appraiserOf !== null) });
  }
  if (openContests > 0) {
    const row = told.CONTESTS_OPEN;
    return refused('CONTESTS_OPEN', { ...row, message: row.message(openContests) });
  }
  if (confirmed !== null && !confirmed.stale) return refused('ALREADY_CONFIRMED', told.ALREADY_CONFIRMED);

  const note = readNote(input.note, 'note');
  if (!note.ok) return note;
  if (note.value === null || [...note.value].length < SHORTEST_NOTE) {
    return refused('NOTE_MISSING', told.NOTE_MISSING);
  }
  const { workResult, behaviour } = input;
  return ok({ workResult, behaviour, predicate: predicateOf(workResult, behaviour), note: note.value });
}
