import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type Refused, type RefusalRow, type Sentence } from '../outcome.js';
import { takesObservations, type PeriodState } from '../period/period-state.js';
import { changePolicy, type PolicyChanges } from './change-policy.js';
import type { ScoringPolicy } from './policy.js';
import { POLICY_REFUSALS, readPolicy, writePolicy, type PolicyRefusalCode } from './read-policy.js';

/** Where a policy stands: being weighed, in force from a day on for good, or given up. */
export type PolicyState = 'DRAFT' | 'SIGNED' | 'DROPPED';

/** In characters: shorter than this explains nothing to the people who are scored by it. */
const SHORTEST_NOTE = 10;
/** Nobody knows today what should count in three years. */
const YEARS_AHEAD = 2;

const POLICY_UNKNOWN = {
  when: 'The region has no policy of this version.',
  field: 'version',
  mender: 'SENDER',
  message: {
    id: 'Aturan penilaian versi ini tidak ada di wilayah ini. Pilih versi dari daftar aturan.',
    en: 'This region has no scoring policy of this version. Choose one from the list of policies.',
  },
} as const satisfies RefusalRow;

/** Why a policy is not drafted, besides everything for which its numbers are not taken. */
export const DRAFT_REFUSALS = {
  POLICY_UNKNOWN,
  ...NOTE_REFUSALS,
  NOTE_MISSING: {
    when: `The note that says what the policy is for has fewer than ${SHORTEST_NOTE} characters.`,
    field: 'note',
    mender: 'SENDER',
    message: {
      id: `Tulis apa yang diubah dan mengapa, paling sedikit ${SHORTEST_NOTE} karakter: semua yang dinilai dapat membacanya.`,
      en: `Write what changes and why, at least ${SHORTEST_NOTE} characters: everybody who is scored can read it.`,
    },
  },
  ...POLICY_REFUSALS,
  WEIGHT_INDICATOR_UNKNOWN: {
    when: 'A weight set names an indicator that the region does not have, or one of behaviour, which has no weight.',
    field: 'weightSets',
    mender: 'POLICY_OWNER',
    message: (role: string, indicator: string): Sentence => ({
      id: `Indikator ${indicator} pada peran ${role} bukan indikator hasil kerja di wilayah ini. Salin kodenya dari daftar indikator.`,
      en: `The indicator ${indicator} under the role ${role} is no indicator of results in this region. Copy its code from the list.`,
    }),
  },
  POLICY_SAME: {
    when: 'Every number is that of the policy it is based on.',
    field: 'numbers',
    mender: 'SENDER',
    message: {
      id: 'Konsep ini sama dengan aturan asalnya. Ubah paling sedikit satu angka; bila tidak ada yang berubah, versi baru tidak perlu.',
      en: 'This draft is the same as the policy it is based on. Change at least one number; if nothing changes, no version is needed.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type DraftRefusalCode = keyof typeof DRAFT_REFUSALS;

/** Why a draft is not given up. */
export const DROP_REFUSALS = {
  POLICY_UNKNOWN,
  POLICY_NOT_DRAFT: {
    when: 'The policy is signed or dropped; neither changes any more.',
    field: 'version',
    mender: 'SENDER',
    message: {
      id: 'Aturan ini bukan konsep lagi: sudah ditandatangani atau dibuang. Buat konsep baru berdasarkan versi ini.',
      en: 'This policy is no draft any more: it is signed or dropped. Make a new draft that is based on it.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type DropRefusalCode = keyof typeof DROP_REFUSALS;

/** Why a policy is not signed, in the order in which it is looked at. */
export const SIGNATURE_REFUSALS = {
  ...DROP_REFUSALS,
  EFFECTIVE_TOO_FAR: {
    when: `The effective day lies more than ${YEARS_AHEAD} years ahead.`,
    field: 'effectiveFrom',
    mender: 'SENDER',
    message: (latest: string): Sentence => ({
      id: `Hari mulai berlaku terlalu jauh. Pilih paling lambat ${latest}; periksa tahunnya.`,
      en: `The effective day lies too far ahead. Choose ${latest} at the latest; check the year.`,
    }),
  },
  EFFECTIVE_BEFORE_CURRENT: {
    when: 'A policy that is signed already comes into effect after this day.',
    field: 'effectiveFrom',
    mender: 'SENDER',
    message: (current: string): Sentence => ({
      id: `Sudah ada aturan yang berlaku mulai ${current}. Pilih hari itu atau sesudahnya.`,
      en: `A policy that comes into effect on ${current} is signed already. Choose that day or a later one.`,
    }),
  },
  EFFECTIVE_IN_CLOSED_PERIOD: {
    when: 'It would hold for a period that is closed or confirmed: one that begins on the effective day or later.',
    field: 'effectiveFrom',
    mender: 'SENDER',
    message: (code: string, startsOn: string): Sentence => ({
      id: `Periode ${code} sudah ditutup; skornya tidak berubah lagi. Pilih hari sesudah ${startsOn}.`,
      en: `The period ${code} is closed and its scores stand. Choose a day after ${startsOn}.`,
    }),
  },
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type SignatureRefusalCode = keyof typeof SIGNATURE_REFUSALS;

/** A policy to be: what it changes of another one, and why. */
export interface DraftInput {
  readonly changes: PolicyChanges;
  readonly note: string;
}

export interface DraftContext {
  /** The version that the draft will have. */
  readonly version: string;
  /** What it is based on, as `readPolicy` gave it; null where there is no such policy. */
  readonly basis: ScoringPolicy | null;
}

export interface AcceptedDraft {
  readonly policy: ScoringPolicy;
  readonly note: string;
}

/**
 * Whether a policy may be drafted (rules PN in docs/SCORING.md). What its weight sets name is for `acceptWeights` to
 * say, once it is known.
 */
export function acceptDraft(
  { changes, note: text }: DraftInput,
  { version, basis }: DraftContext,
): Outcome<AcceptedDraft, DraftRefusalCode> {
  const told = DRAFT_REFUSALS;
  if (basis === null) return refused('POLICY_UNKNOWN', { ...told.POLICY_UNKNOWN, field: 'basedOn' });
  const note = readNote(text, 'note');
  if (!note.ok) return note;
  if (note.value === null || [...note.value].length < SHORTEST_NOTE) {
    return refused('NOTE_MISSING', told.NOTE_MISSING);
  }
  const policy: Outcome<ScoringPolicy, PolicyRefusalCode> = readPolicy(
    version,
    changePolicy(writePolicy(basis), changes),
  );
  if (!policy.ok) return policy;
  if (numbersOf(policy.value) === numbersOf(basis)) return refused('POLICY_SAME', told.POLICY_SAME);
  return ok({ policy: policy.value, note: note.value });
}

/** The numbers as one text. The order of roles and of indicators decides nothing. */
function numbersOf(policy: ScoringPolicy): string {
  const { weightSets, ...numbers } = writePolicy(policy);
  const sets = weightSets.map(({ role, weights }) =>
    JSON.stringify([role, weights.map(({ indicator, weight }) => `${indicator} ${weight}`).toSorted()]),
  );
  return JSON.stringify([numbers, sets.toSorted()]);
}

/**
 * Whether everything that a policy weighs is there to be weighed.
 * @param results the indicators of results that the region has, at least those that the weight sets name
 */
export function acceptWeights(
  { weightSets }: ScoringPolicy,
  results: ReadonlySet<string>,
): Outcome<null, 'WEIGHT_INDICATOR_UNKNOWN'> {
  for (const { role, weights } of weightSets) {
    const unknown = weights.find(({ indicator }) => !results.has(indicator));
    if (unknown === undefined) continue;
    const row = DRAFT_REFUSALS.WEIGHT_INDICATOR_UNKNOWN;
    return refused('WEIGHT_INDICATOR_UNKNOWN', {
      ...row,
      field: `weightSets.${role}.${unknown.indicator}`,
      message: row.message(role, unknown.indicator),
    });
  }
  return ok(null);
}

/** Whether a policy may be given up; `state` is null where there is no such policy. */
export function acceptDrop(state: PolicyState | null): Outcome<null, DropRefusalCode> {
  return troubleOf(state) ?? ok(null);
}

function troubleOf(state: PolicyState | null): Refused<DropRefusalCode> | null {
  if (state === null) return refused('POLICY_UNKNOWN', DROP_REFUSALS.POLICY_UNKNOWN);
  if (state !== 'DRAFT') return refused('POLICY_NOT_DRAFT', DROP_REFUSALS.POLICY_NOT_DRAFT);
  return null;
}

/** From when on a policy is to hold. Days are 'YYYY-MM-DD' in Asia/Jakarta. */
export interface SignatureInput {
  readonly effectiveFrom: string;
  /** What the signature rests on, such as the number of a decree. */
  readonly note: string | null;
}

export interface SignatureContext {
  /** Null where the region has no such policy. */
  readonly state: PolicyState | null;
  readonly today: string;
  /** The latest effective day of all policies signed so far. */
  readonly current: string;
  readonly periods: readonly {
    readonly code: string;
    readonly startsOn: string;
    readonly state: PeriodState;
  }[];
}

export interface AcceptedSignature {
  readonly effectiveFrom: string;
  readonly note: string | null;
  /** The open periods that it holds for; they are computed again. */
  readonly periodCodes: readonly string[];
}

/** Whether a policy may be signed, and for which periods it holds (rules PN in docs/SCORING.md). */
export function acceptSignature(
  input: SignatureInput,
  context: SignatureContext,
): Outcome<AcceptedSignature, SignatureRefusalCode> {
  const { effectiveFrom } = input;
  const { today, current, periods } = context;
  const told = SIGNATURE_REFUSALS;
  const trouble = troubleOf(context.state);
  if (trouble !== null) return trouble;
  const latest = latestDay(today);
  if (effectiveFrom > latest) {
    const row = told.EFFECTIVE_TOO_FAR;
    return refused('EFFECTIVE_TOO_FAR', { ...row, message: row.message(latest) });
  }
  if (effectiveFrom < current) {
    const row = told.EFFECTIVE_BEFORE_CURRENT;
    return refused('EFFECTIVE_BEFORE_CURRENT', { ...row, message: row.message(current) });
  }
  const held = periods
    .filter(({ startsOn }) => startsOn >= effectiveFrom)
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const closed = held.findLast(({ state }) => !takesObservations(state));
  if (closed !== undefined) {
    const row = told.EFFECTIVE_IN_CLOSED_PERIOD;
    return refused('EFFECTIVE_IN_CLOSED_PERIOD', {
      ...row,
      message: row.message(closed.code, closed.startsOn),
    });
  }
  const note = readNote(input.note, 'note');
  if (!note.ok) return note;
  return ok({ effectiveFrom, note: note.value, periodCodes: held.map(({ code }) => code) });
}

function latestDay(today: string): string {
  const year = Number(today.slice(0, 'YYYY'.length)) + YEARS_AHEAD;
  // No year that is two years after a leap year has a 29 February.
  return `${year}${today.slice('YYYY'.length).replace('-02-29', '-02-28')}`;
}
