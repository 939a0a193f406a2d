import { Types } from 'scimmy';
import type { Refusal, RefusalRow } from '../../../domain/outcome.js';

/** What SCIM calls a kind of trouble (RFC 7644 §3.12). */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'sensitive';

/** Trouble as SCIM tells it, with our code beside its own words. */
export interface ScimTold {
  readonly status: number;
  readonly scimType: string | null;
  /** Of our closed lists; it never changes its meaning. */
  readonly code: string;
  readonly detail: string;
  /** Who can mend it, and what it is about, where a rule refused. */
  readonly refusal?: Refusal;
}

/** Thrown out of a command to roll it back; told at the door. */
export class ScimProblem extends Error {
  constructor(readonly told: ScimTold) {
    super(told.code);
  }
}

/** HTTP status and kind of the refusals that are not simply a wrong value. */
const KINDS: Readonly<Record<string, readonly [number, ScimType | null]>> = {
  NIP_TAKEN: [409, 'uniqueness'],
  NIP_FIXED: [400, 'mutability'],
  PERSON_UNKNOWN: [404, null],
  VERSION_PASSED: [412, null],
  FILTER_UNREADABLE: [400, 'invalidFilter'],
  FILTER_TOO_LARGE: [400, 'invalidFilter'],
  FILTER_ATTRIBUTE: [400, 'invalidFilter'],
  OPERATIONS_TOO_MANY: [413, null],
};

/** A refusal of the product, as SCIM tells it. */
export function toldRefusal(refusal: Refusal): ScimTold {
  const { code, message } = refusal;
  const [status, scimType] = KINDS[code] ?? [400, 'invalidValue'];
  return { status, scimType, code, detail: message.en, refusal };
}

/** A refusal out of a table whose message needs no details. */
export function problemOf<C extends string>(code: C, table: Readonly<Record<C, RefusalRow>>): ScimProblem {
  const { message, field, mender } = table[code];
  if (typeof message === 'function') throw new Error(`the message of ${code} needs details`);
  return new ScimProblem(toldRefusal({ code, message, field, mender }));
}

/** Values that a message of the library repeats, however personal. */
const REPEATED = /'[^']{0,2000}'/gu;

/** What the library says of a body that is none of SCIM; the values in its words stay with the sender. */
export function problemOfLibrary(error: unknown): ScimProblem | null {
  if (!(error instanceof Types.Error) && !(error instanceof TypeError)) return null;
  const { status = 400, scimType = 'invalidValue' } = error as Partial<Types.SCIMError>;
  const detail = error.message.replace(REPEATED, (text) =>
    /^'[\w.$:]{1,120}'$/u.test(text) && !/\d{6}/u.test(text) ? text : '…',
  );
  return new ScimProblem({ status, scimType, code: 'BAD_INPUT', detail: detail.slice(0, 400) });
}

/** The body of an answer that tells trouble. */
export function problemBody({ status, scimType, code, detail, refusal }: ScimTold): object {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType !== null && { scimType }),
    detail,
    'urn:ietf:params:scim:schemas:extension:pantau:2.0:Error': {
      code,
      ...(refusal && { field: refusal.field, mender: refusal.mender, message: refusal.message }),
    },
  };
}
