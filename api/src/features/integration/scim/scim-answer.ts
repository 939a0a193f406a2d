import { AUDIENCE } from '../../../domain/access/audience.js';
import { localDate } from '../../../domain/calendar.js';
import { tellReads } from '../../../platform/audit/tell-reads.js';
import type { HasClock } from '../../../platform/clock.js';
import type { Context } from '../../../platform/graphql/context.js';
import { relationOf } from '../../../platform/graphql/guard-schema.js';
import type { Logger } from '../../../platform/logger.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import type { HasService } from '../../employees/service.store.js';
import type { HasUnits } from '../../employees/unit.store.js';
import { ScimProblem } from './scim-problem.js';
import { attributesOf, type ScimRequest } from './scim-request.js';
import type { HasScimUsers, ScimPerson } from './scim-user.store.js';
import { toScimUser, versionOf, type attributesFilter } from './scim-user.js';

export type Ask = Context<HasEmployees & HasUnits & HasService & HasScimUsers & HasClock>;

export interface ScimAnswer {
  readonly status: number;
  /** Null: there is nothing to say. */
  readonly body: object | null;
  /** Address and version of the person whom it is about. */
  readonly location?: string;
  readonly version?: string;
}

/** What the steps share. */
export interface Scim {
  readonly context: Ask;
  readonly regionCode: string;
  readonly base: string;
  readonly logger: Logger;
}

export async function changed(
  scim: Scim,
  id: string,
  status: number,
  { query }: ScimRequest,
): Promise<ScimAnswer> {
  const person = await storesOf(scim).get(id, today(scim));
  return person === null ? { status: 204, body: null } : answerOf(scim, person, status, attributesOf(query));
}

export async function answerOf(
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
export function shown(
  scim: Scim,
  person: ScimPerson,
  attributes: ReturnType<typeof attributesFilter>,
): object {
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
export async function told({ context, logger }: Scim): Promise<void> {
  const untold = await tellReads(context, { document: undefined }, logger);
  if (untold === null) return;
  throw new ScimProblem({ status: 503, scimType: null, code: 'UNAVAILABLE', detail: untold.message });
}

export const storesOf = ({ context, regionCode }: Scim) => context.read(regionCode).scimUsers;
export const usersOf = ({ base }: Scim) => `${base}/Users`;
export const today = ({ context }: Scim) => localDate(context.now());
export const mayPlaceIn =
  ({ context: { actor } }: Scim) =>
  (unitId: string) =>
    (relationOf(actor, { unitId }) & AUDIENCE.HR_PROVISION) !== 0;
