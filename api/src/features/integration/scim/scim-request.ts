import { PROVISION_REFUSALS } from '../../employees/provision-employee.js';
import { problemOf, problemOfLibrary, ScimProblem } from './scim-problem.js';
import { attributesFilter } from './scim-user.js';

/** A request, of whatever server. */
export interface ScimRequest {
  readonly method: string;
  /** What of the address stands behind that of all of SCIM, in its parts: ['Users', '…']. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, unknown>>;
  /** As JSON says it; undefined where there is none. */
  readonly body: unknown;
  readonly ifMatch: string | null;
  readonly ifNoneMatch: string | null;
  /** The address of all of SCIM, with host and without a slash at its end. */
  readonly base: string;
}

export const notHere = (status: number, detail: string) =>
  new ScimProblem({ status, scimType: null, code: status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST', detail });
export const wrongInput = (detail: string) =>
  new ScimProblem({ status: 400, scimType: 'invalidValue', code: 'BAD_INPUT', detail });
export const unknown = () => problemOf('PERSON_UNKNOWN', PROVISION_REFUSALS);

/** Runs what the library does with what somebody sent: what it throws is about that. */
export function ofLibrary<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw problemOfLibrary(error) ?? error;
  }
}

export function bodyOf({ body }: ScimRequest): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as never;
  throw new ScimProblem({
    ...{ status: 400, scimType: 'invalidSyntax', code: 'BAD_REQUEST' },
    detail: 'Send one JSON object, as application/scim+json or application/json.',
  });
}

/** `*` and lists are allowed in the header; that a version is weak says nothing here. */
export function sameVersion(header: string, version: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(version));
}

export function textOf(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  throw wrongInput(`${name} is one text.`);
}

export function wholeNumber(value: unknown, name: string): number | null {
  if (value === undefined || value === null || value === '') return null;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,9}$/u.test(text)) return Number(text);
  throw wrongInput(`${name} is a whole number.`);
}

export function attributesOf({
  attributes,
  excludedAttributes,
}: {
  readonly attributes?: unknown;
  readonly excludedAttributes?: unknown;
}): ReturnType<typeof attributesFilter> {
  return attributesFilter(textOf(attributes, 'attributes'), textOf(excludedAttributes, 'excludedAttributes'));
}
