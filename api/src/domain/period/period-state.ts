import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow, type Sentence } from '../outcome.js';

/** Where a period stands: being measured, closed for the appraisers, confirmed, or measured again after it was closed. */
export type PeriodState = 'OPEN' | 'CLOSED' | 'CONFIRMED' | 'REOPENED';

/** A step that regional HR takes with a period. */
export type PeriodChange = 'CLOSE' | 'CONFIRM' | 'REOPEN';

/** Whether observations of the period are still recorded and corrected. */
export function takesObservations(state: PeriodState): boolean {
  return state === 'OPEN' || state === 'REOPENED';
}

/** What the records say around a step. */
export interface PeriodChangeContext {
  /** Null where the region has no such period. */
  readonly state: PeriodState | null;
  /** The last day of the period, 'YYYY-MM-DD'. */
  readonly endsOn: string;
  /** The day in Asia/Jakarta, 'YYYY-MM-DD'. */
  readonly today: string;
  /** Objections to observations of the period that nobody has ruled on. */
  readonly openContests: number;
  /** People with a plan in the period whose predicate is not confirmed, or whose score moved since it was. */
  readonly unconfirmed: number;
  /** Why, as it was typed. */
  readonly reason: string | null;
}

/** In characters: shorter than this explains nothing to the people whose results are opened again. */
const SHORTEST_REASON = 10;

const LEADS_TO = { CLOSE: 'CLOSED', CONFIRM: 'CONFIRMED', REOPEN: 'REOPENED' } as const;

const STEPS: Readonly<
  Record<PeriodState, { readonly name: Sentence; readonly next: readonly PeriodChange[] }>
> = {
  OPEN: { name: { id: 'terbuka', en: 'open' }, next: ['CLOSE'] },
  CLOSED: { name: { id: 'ditutup', en: 'closed' }, next: ['CONFIRM', 'REOPEN'] },
  CONFIRMED: { name: { id: 'dikonfirmasi', en: 'confirmed' }, next: ['REOPEN'] },
  REOPENED: { name: { id: 'dibuka kembali', en: 'open again' }, next: ['CLOSE'] },
};

const CHANGE_NAMES: Readonly<Record<PeriodChange, Sentence>> = {
  CLOSE: { id: 'menutupnya', en: 'close it' },
  CONFIRM: { id: 'mengonfirmasinya', en: 'confirm it' },
  REOPEN: { id: 'membukanya kembali', en: 'open it again' },
};

/** Why a period stays as it is, in the order in which it is looked at. */
export const PERIOD_CHANGE_REFUSALS = {
  PERIOD_UNKNOWN: {
    when: 'The region has no such period.',
    field: 'period',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Periode penilaian ini tidak ada di wilayah ini. Pilih periode dari daftar; bila belum ada, minta BKPSDM membukanya.',
      en: 'This region has no such period. Choose one from the list; if missing there, ask regional HR to open it.',
    },
  },
  PERIOD_STATE: {
    when: 'The step does not lead on from the state that the period is in, such as confirming one that is open.',
    field: 'period',
    mender: 'SENDER',
    message: (state: PeriodState): Sentence => {
      const { name, next } = STEPS[state];
      const choices = next.map((change) => CHANGE_NAMES[change]);
      const listed = (words: readonly string[], or: string) => words.join(` ${or} `);
      return {
        id: `Periode ini sekarang ${name.id}. Yang dapat dilakukan: ${listed(
          choices.map(({ id }) => id),
          'atau',
        )}.`,
        en: `This period is ${name.en} now. What can be done: ${listed(
          choices.map(({ en }) => en),
          'or',
        )}.`,
      };
    },
  },
  PERIOD_NOT_OVER: {
    when: 'The last day of the period is not over in Asia/Jakarta: what is still done in it has to count.',
    field: 'period',
    mender: 'SENDER',
    message: (endsOn: string): Sentence => ({
      id: `Periode ini berlangsung sampai ${endsOn}. Tutup sesudah hari itu berakhir.`,
      en: `This period runs until ${endsOn}. Close it after that day is over.`,
    }),
  },
  CONTESTS_OPEN: {
    when: 'Objections that bear on what is to be confirmed have no ruling yet.',
    field: null,
    mender: 'SENDER',
    message: (contests: number): Sentence => ({
      id: `Masih ada ${contests} keberatan yang belum diputus. Minta atasan pejabat penilai memutusnya, lalu konfirmasi.`,
      en: `${contests} ${contests === 1 ? 'objection has' : 'objections have'} no ruling yet. Ask the superior of the appraiser to rule, then confirm.`,
    }),
  },
  CONFIRMATIONS_MISSING: {
    when: 'Somebody with a plan in the period has no confirmed predicate, or a score that moved since it was confirmed.',
    field: null,
    mender: 'SENDER',
    message: (people: number): Sentence => ({
      id: `Predikat ${people} pegawai belum dikonfirmasi atau skornya berubah sesudahnya. Ingatkan pejabat penilainya, lalu konfirmasi periode ini.`,
      en: `The predicate of ${people} ${people === 1 ? 'person' : 'people'} is not confirmed, or the score moved since. Remind the appraisers, then confirm the period.`,
    }),
  },
  ...NOTE_REFUSALS,
  REASON_MISSING: {
    when: `A period is opened again with a reason of fewer than ${SHORTEST_REASON} characters.`,
    field: 'reason',
    mender: 'SENDER',
    message: {
      id: `Tulis alasan membuka kembali periode ini, paling sedikit ${SHORTEST_REASON} karakter: semua yang dinilai membacanya.`,
      en: `Write why the period is opened again, at least ${SHORTEST_REASON} characters: everybody appraised in it reads it.`,
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type PeriodChangeRefusalCode = keyof typeof PERIOD_CHANGE_REFUSALS;

/** The state that a period goes on to, and the tidied reason; null where none was given and none is needed. */
export interface AcceptedPeriodChange {
  readonly state: PeriodState;
  readonly reason: string | null;
}

/**
 * Whether a period may take a step (rules PS in docs/SCORING.md). Of several troubles the first of
 * `PERIOD_CHANGE_REFUSALS` is told.
 */
export function acceptPeriodChange(
  change: PeriodChange,
  context: PeriodChangeContext,
): Outcome<AcceptedPeriodChange, PeriodChangeRefusalCode> {
  const { state, endsOn, today, openContests, unconfirmed } = context;
  const told = PERIOD_CHANGE_REFUSALS;
  if (state === null) return refused('PERIOD_UNKNOWN', told.PERIOD_UNKNOWN);
  if (!STEPS[state].next.includes(change)) {
    const row = told.PERIOD_STATE;
    return refused('PERIOD_STATE', { ...row, message: row.message(state) });
  }
  if (change === 'CLOSE' && today <= endsOn) {
    const row = told.PERIOD_NOT_OVER;
    return refused('PERIOD_NOT_OVER', { ...row, message: row.message(endsOn) });
  }
  if (change === 'CONFIRM' && openContests > 0) {
    const row = told.CONTESTS_OPEN;
    return refused('CONTESTS_OPEN', { ...row, message: row.message(openContests) });
  }
  if (change === 'CONFIRM' && unconfirmed > 0) {
    const row = told.CONFIRMATIONS_MISSING;
    return refused('CONFIRMATIONS_MISSING', { ...row, message: row.message(unconfirmed) });
  }

  const reason = readNote(context.reason, 'reason');
  if (!reason.ok) return reason;
  if (change === 'REOPEN' && [...(reason.value ?? '')].length < SHORTEST_REASON) {
    return refused('REASON_MISSING', told.REASON_MISSING);
  }
  return ok({ state: LEADS_TO[change], reason: reason.value });
}
