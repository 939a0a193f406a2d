import { randomUUID } from 'node:crypto';
import { Messages } from 'scimmy';
import { AUDIENCE } from '../../../domain/access/audience.js';
import { localDate } from '../../../domain/calendar.js';
import { readScimFilter, SCIM_REFUSALS } from '../../../domain/integration/scim-filter.js';
import { refused } from '../../../domain/outcome.js';
import { tellReads } from '../../../platform/audit/tell-reads.js';
import { Denied } from '../../../platform/auth/denied.js';
import type { HasClock } from '../../../platform/clock.js';
import { isUuid } from '../../../platform/is-uuid.js';
import type { Context } from '../../../platform/graphql/context.js';
import { relationOf } from '../../../platform/graphql/guard-schema.js';
import { refuseValues } from '../../../platform/graphql/limits-input.js';
import { LIMITS } from '../../../platform/graphql/limits.js';
import type { Logger } from '../../../platform/logger.js';
import { did } from '../../../platform/unit-of-work.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import {
  changeProvisioned,
  PROVISION_REFUSALS,
  provisionEmployee,
  type WantedEmployee,
} from '../../employees/provision-employee.js';
import type { HasService } from '../../employees/service.store.js';
import type { HasUnits } from '../../employees/unit.store.js';
import { describeScim } from './scim-discovery.js';
import { problemOf, problemOfLibrary, ScimProblem, toldRefusal } from './scim-problem.js';
import { ScimUser } from './scim-schema.js';
import type { HasScimUsers, ScimPerson } from './scim-user.store.js';
import { attributesFilter, toChangeable, toScimUser, toWanted, versionOf } from './scim-user.js';
import { MOST_OPERATIONS, tidyOperations, tidyPerson } from './tidy-operations.js';

type Ask = Context<HasEmployees & HasUnits & HasService & HasScimUsers & HasClock>;

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

export interface ScimAnswer {
  readonly status: number;
  /** Null: there is nothing to say. */
  readonly body: object | null;
  /** Address and version of the person whom it is about. */
  readonly location?: string;
  readonly version?: string;
}

/**
 * Answers SCIM 2.0 (RFC 7643, 7644) for one request: people are the region's employees, read and changed under the same
 * rules as a file that is imported. Whose data an answer holds is written down before it is given.
 * @throws ScimProblem for what cannot be done, Denied for who may not
 */
export async function answerScim(context: Ask, request: ScimRequest, logger: Logger): Promise<ScimAnswer> {
  const { actor } = context;
  if (actor.kind === 'PUBLIC' || actor.regionCode === null) {
    throw new Denied('UNAUTHENTICATED', 'Send the token of a service as `Authorization: Bearer ptk_…`.');
  }
  if ((actor.scope.anywhere & AUDIENCE.HR_PROVISION) === 0) {
    throw new Denied('FORBIDDEN', 'Only services with the scope PROVISION may provision people.');
  }
  const { method, path } = request;
  const [first, second] = path;
  const wrong = refuseValues(request.body) ?? refuseValues(request.query);
  if (wrong !== null)
    throw wrongInput(wrong.message.replace('variables, extensions or payloads', 'what was sent'));
  const scim: Scim = { context, regionCode: actor.regionCode, base: request.base, logger };
  const isSearch = method === 'POST' && path.at(-1) === '.search' && path.length <= 2;
  if (isSearch && (path.length === 1 || first === 'Users')) return search(scim, bodyOf(request));
  if (first === 'Users' && path.length === 1) {
    if (method === 'GET') return list(scim, request.query);
    if (method === 'POST') return create(scim, request);
    throw notHere(405, `There is no ${method} here.`);
  }
  if (first === 'Users' && path.length === 2 && second !== undefined) {
    if (method === 'GET') return get(scim, second, request);
    if (method === 'PUT') return replace(scim, second, request);
    if (method === 'PATCH') return patch(scim, second, request);
    if (method === 'DELETE') return remove(scim, second, request);
    throw notHere(405, `There is no ${method} here.`);
  }
  const described = method === 'GET' ? describeScim(path, request.base) : null;
  if (described !== null) return { status: 200, body: described };
  throw first === 'Bulk' || first === 'Me'
    ? notHere(501, 'This is not offered; see /ServiceProviderConfig.')
    : notHere(404, 'There is nothing at this address.');
}

/** What the steps share. */
interface Scim {
  readonly context: Ask;
  readonly regionCode: string;
  readonly base: string;
  readonly logger: Logger;
}

const notHere = (status: number, detail: string) =>
  new ScimProblem({ status, scimType: null, code: status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST', detail });
const wrongInput = (detail: string) =>
  new ScimProblem({ status: 400, scimType: 'invalidValue', code: 'BAD_INPUT', detail });
const unknown = () => problemOf('PERSON_UNKNOWN', PROVISION_REFUSALS);

/** What a list is asked by. */
interface Listing {
  readonly filter?: unknown;
  readonly startIndex?: unknown;
  readonly count?: unknown;
  readonly attributes?: unknown;
  readonly excludedAttributes?: unknown;
}

async function list(scim: Scim, asked: Listing): Promise<ScimAnswer> {
  const text = textOf(asked.filter, 'filter');
  const filter = text === null || text.trim() === '' ? null : readScimFilter(text);
  if (filter?.ok === false) throw new ScimProblem(toldRefusal(filter.refusal));
  const startIndex = Math.max(1, wholeNumber(asked.startIndex, 'startIndex') ?? 1);
  const count = Math.min(LIMITS.page, Math.max(0, wholeNumber(asked.count, 'count') ?? LIMITS.page));
  const found = await storesOf(scim).page(
    { filter: filter === null ? null : filter.value, offset: startIndex - 1, limit: count },
    today(scim),
  );
  if (found === null) throw problemOf('FILTER_ATTRIBUTE', SCIM_REFUSALS);
  const attributes = attributesOf(asked);
  const people = found.people.map((person) => shown(scim, person, attributes));
  await told(scim);
  return {
    status: 200,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: found.total,
      startIndex,
      itemsPerPage: people.length,
      Resources: people,
    },
  };
}

/** A list by POST: what is looked for stands in no address. */
function search(scim: Scim, body: Readonly<Record<string, unknown>>): Promise<ScimAnswer> {
  const names = (list: unknown) => (Array.isArray(list) ? list.join(',') : list);
  const { attributes, excludedAttributes, ...rest } = body;
  return list(scim, {
    ...rest,
    ...(attributes !== undefined && { attributes: names(attributes) }),
    ...(excludedAttributes !== undefined && { excludedAttributes: names(excludedAttributes) }),
  });
}

async function get(scim: Scim, id: string, { query, ifNoneMatch }: ScimRequest): Promise<ScimAnswer> {
  const person = await storesOf(scim).get(id, today(scim));
  if (person === null) throw unknown();
  const version = versionOf(person);
  if (ifNoneMatch !== null && sameVersion(ifNoneMatch, version)) return { status: 304, body: null, version };
  return answerOf(scim, person, 200, attributesOf(query));
}

async function create(scim: Scim, request: ScimRequest): Promise<ScimAnswer> {
  const wanted = toWanted(read(bodyOf(request)), null, 'ENDS');
  const { context, regionCode } = scim;
  const { actor, unitOfWork } = context;
  const done = await unitOfWork.run(
    { verb: 'provisionEmployee', actor, regionCode, key: randomUUID(), input: wanted },
    (tx) => provisionEmployee(tx, actor, wanted, mayPlaceIn(scim)),
  );
  if (!done.ok) throw new ScimProblem(toldRefusal(done.refusal));
  return changed(scim, done.value.employeeId, 201, request);
}

async function replace(scim: Scim, id: string, request: ScimRequest): Promise<ScimAnswer> {
  const user = read(bodyOf(request));
  await change(scim, id, request, async (current) => ({
    wanted: toWanted(user, current, 'STAYS'),
    letGo: false,
  }));
  return changed(scim, id, 200, request);
}

async function patch(scim: Scim, id: string, request: ScimRequest): Promise<ScimAnswer> {
  const body = bodyOf(request);
  const operations = Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1];
  if (Array.isArray(operations) && operations.length > MOST_OPERATIONS) {
    throw problemOf('OPERATIONS_TOO_MANY', SCIM_REFUSALS);
  }
  // The library looks through all of them, those too that are not kept.
  ofLibrary(() => new Messages.PatchOp({ ...body, Operations: operations ?? [] } as never));
  const tidy = tidyOperations(operations as unknown[]);
  await change(scim, id, request, async (current) => {
    if (tidy.length === 0) return null;
    const message = ofLibrary(() => new Messages.PatchOp({ ...body, Operations: tidy } as never));
    const after = await message.apply(toChangeable(current)).catch((error: unknown) => {
      throw problemOfLibrary(error) ?? error;
    });
    return after === undefined ? null : { wanted: toWanted(after, current, 'ENDS'), letGo: false };
  });
  return changed(scim, id, 200, request);
}

async function remove(scim: Scim, id: string, request: ScimRequest): Promise<ScimAnswer> {
  await change(scim, id, request, async (current) => ({
    wanted: { ...toWanted(toChangeable(current), current, 'STAYS'), active: false },
    letGo: true,
  }));
  return { status: 204, body: null };
}

/** Changes somebody as they are now, with nobody else changing them meanwhile; null: nothing is to be changed. */
async function change(
  scim: Scim,
  id: string,
  { ifMatch }: ScimRequest,
  edit: (current: ScimPerson) => Promise<{ readonly wanted: WantedEmployee; readonly letGo: boolean } | null>,
): Promise<void> {
  if (!isUuid(id)) throw unknown();
  const { context, regionCode } = scim;
  const { actor, unitOfWork } = context;
  const command = {
    verb: 'changeProvisioned',
    actor,
    regionCode,
    key: randomUUID(),
    input: { employeeId: id },
  };
  const done = await unitOfWork
    .run(command, async (tx) => {
      await tx.service.lock([id]);
      const current = await tx.scimUsers.get(id, today(scim));
      if (current === null) return refused('PERSON_UNKNOWN', PROVISION_REFUSALS.PERSON_UNKNOWN);
      if (ifMatch !== null && !sameVersion(ifMatch, versionOf(current))) {
        return refused('VERSION_PASSED', SCIM_REFUSALS.VERSION_PASSED);
      }
      const edited = await edit(current);
      if (edited === null) return did({ employeeId: id }, []);
      return changeProvisioned(tx, actor, { ...edited, employeeId: id, mayPlaceIn: mayPlaceIn(scim) });
    })
    .catch((error: unknown) => {
      // Whom a token may not provision is not there for it.
      throw error instanceof Denied && error.code === 'FORBIDDEN' ? unknown() : error;
    });
  if (!done.ok) throw new ScimProblem(toldRefusal(done.refusal));
}

async function changed(scim: Scim, id: string, status: number, { query }: ScimRequest): Promise<ScimAnswer> {
  const person = await storesOf(scim).get(id, today(scim));
  return person === null ? { status: 204, body: null } : answerOf(scim, person, status, attributesOf(query));
}

async function answerOf(
  scim: Scim,
  person: ScimPerson,
  status: number,
  attributes: ReturnType<typeof attributesFilter>,
): Promise<ScimAnswer> {
  const body = shown(scim, person, attributes);
  await told(scim);
  return { status, body, location: `${usersOf(scim)}/${person.id}`, version: versionOf(person) };
}

/** Somebody as an answer holds them; what of it is personal is noted. */
function shown(scim: Scim, person: ScimPerson, attributes: ReturnType<typeof attributesFilter>): object {
  const user = JSON.parse(JSON.stringify(toScimUser(person, usersOf(scim), attributes))) as Record<
    string,
    unknown
  >;
  const { reads } = scim.context;
  if ('displayName' in user || 'name' in user) reads.note(person.id, 'IDENTITY');
  // Also as the employee number of the enterprise extension, which an answer has whole or not at all.
  if (JSON.stringify(user).includes(person.nip)) reads.note(person.id, 'NIP');
  return user;
}

/** Writes down whose data the answer holds. */
async function told({ context, logger }: Scim): Promise<void> {
  const untold = await tellReads(context, { document: undefined }, logger);
  if (untold === null) return;
  throw new ScimProblem({ status: 503, scimType: null, code: 'UNAVAILABLE', detail: untold.message });
}

const storesOf = ({ context, regionCode }: Scim) => context.read(regionCode).scimUsers;
const usersOf = ({ base }: Scim) => `${base}/Users`;
const today = ({ context }: Scim) => localDate(context.now());
const mayPlaceIn =
  ({ context: { actor } }: Scim) =>
  (unitId: string) =>
    (relationOf(actor, { unitId }) & AUDIENCE.HR_PROVISION) !== 0;

function read(body: Readonly<Record<string, unknown>>): ScimUser {
  return ofLibrary(() => new ScimUser(tidyPerson(body), 'in'));
}

/** Runs what the library does with what somebody sent: what it throws is about that. */
function ofLibrary<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw problemOfLibrary(error) ?? error;
  }
}

function bodyOf({ body }: ScimRequest): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as never;
  throw new ScimProblem({
    ...{ status: 400, scimType: 'invalidSyntax', code: 'BAD_REQUEST' },
    detail: 'Send one JSON object, as application/scim+json or application/json.',
  });
}

/** `*` and lists are allowed in the header; that a version is weak says nothing here. */
function sameVersion(header: string, version: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(version));
}

function textOf(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  throw wrongInput(`${name} is one text.`);
}

function wholeNumber(value: unknown, name: string): number | null {
  if (value === undefined || value === null || value === '') return null;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,9}$/u.test(text)) return Number(text);
  throw wrongInput(`${name} is a whole number.`);
}

function attributesOf({ attributes, excludedAttributes }: Listing): ReturnType<typeof attributesFilter> {
  return attributesFilter(textOf(attributes, 'attributes'), textOf(excludedAttributes, 'excludedAttributes'));
}
