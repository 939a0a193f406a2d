/** A text for people, in both languages of the product; Indonesian (`id`) is the one shown first. */
export interface Sentence {
  readonly id: string;
  readonly en: string;
}

/**
 * Who can mend what was refused: whoever sent it; the administration of the unit (master data, plans); regional HR,
 * BKPSDM (employees, periods); whoever signs the scoring policy.
 */
export type Mender = 'SENDER' | 'UNIT_ADMIN' | 'REGIONAL_HR' | 'POLICY_OWNER';

/** Expected trouble that a person can act on. It is an answer, never thrown. */
export interface Refusal<C extends string = string> {
  /** One of the closed list of whoever refuses; it never changes its meaning. */
  readonly code: C;
  /** The input field it is about; null where it is about the whole, or where only the caller knows the field. */
  readonly field: string | null;
  /** What is wrong and how to mend it. It never repeats personal data. */
  readonly message: Sentence;
  readonly mender: Mender;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<C extends string> {
  readonly ok: false;
  readonly refusal: Refusal<C>;
}

/** What a rule answers: a value, or why not. */
export type Outcome<T, C extends string> = Ok<T> | Refused<C>;

/**
 * One row of a closed list of refusals: when it happens, who can mend it, and what people are told. A message that
 * needs details of the case is a function of them.
 */
export interface RefusalRow {
  readonly when: string;
  readonly field: string | null;
  readonly mender: Mender;
  readonly message: Sentence | ((...details: never[]) => Sentence);
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refused<C extends string>(code: C, about: Omit<Refusal<C>, 'code'>): Refused<C> {
  const { field, message, mender } = about;
  return { ok: false, refusal: { code, field, message, mender } };
}
