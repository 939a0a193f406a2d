import { createHash } from 'node:crypto';
import { Types } from 'scimmy';
import type { WantedEmployee } from '../../employees/provision-employee.js';
import { ENTERPRISE, isAttribute, PANTAU, ScimUser } from './scim-schema.js';
import type { ScimPerson } from './scim-user.store.js';

/** What of somebody a program can read and write, under the names of SCIM. */
interface Said {
  readonly userName?: string;
  readonly externalId?: string;
  readonly displayName?: string;
  readonly name?: { readonly formatted?: string; readonly givenName?: string; readonly familyName?: string };
  readonly title?: string;
  readonly userType?: string;
  readonly active?: boolean;
  readonly [ENTERPRISE]?: {
    readonly employeeNumber?: string;
    readonly department?: string;
    readonly manager?: { readonly value?: string; readonly $ref?: string };
  };
  readonly [PANTAU]?: { readonly employmentStatus?: string; readonly unit?: string; readonly since?: string };
}

/** Somebody; with the address of their manager, where it is known under which all of them are. */
function saidOf(person: ScimPerson, base?: string): Said & { readonly id: string } {
  const { id, nip, name, status, unitCode, position, active, externalId, since, managerId } = person;
  return {
    id,
    userName: nip,
    ...(externalId !== null && { externalId }),
    displayName: name,
    name: { formatted: name },
    title: position,
    userType: status,
    active,
    [ENTERPRISE]: {
      employeeNumber: nip,
      department: unitCode,
      ...(managerId !== null && {
        manager: { value: managerId, ...(base !== undefined && { $ref: `${base}/${managerId}` }) },
      }),
    },
    [PANTAU]: { employmentStatus: status, unit: unitCode, ...(since !== null && { since }) },
  };
}

/** Weak ETag of somebody: another one whenever anything else would be shown. */
export function versionOf(person: ScimPerson): string {
  const hash = createHash('sha256').update(JSON.stringify(saidOf(person)));
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}

/**
 * Somebody as they are given out.
 * @param base address of the list of people
 * @param attributes those that were asked for, or those that were not
 */
export function toScimUser(person: ScimPerson, base: string, attributes?: Types.Filter): ScimUser {
  const meta = { version: versionOf(person) };
  return new ScimUser({ ...saidOf(person, base), meta }, 'out', base, attributes);
}

/** Somebody as a change is applied to them. */
export function toChangeable(person: ScimPerson): ScimUser {
  return new ScimUser(saidOf(person), 'both');
}

/**
 * What a program wants somebody to be. A name, a unit and a status can be said in two places: what is said anew counts,
 * else the first that is there.
 * @param absent whether what is not said stays as it is (PUT), or is no more (PATCH, which has seen all of it)
 */
export function toWanted(
  user: ScimUser,
  current: ScimPerson | null,
  absent: 'STAYS' | 'ENDS',
): WantedEmployee {
  const said = user as unknown as Said;
  const enterprise = said[ENTERPRISE] ?? {};
  const own = said[PANTAU] ?? {};
  const { formatted, givenName, familyName } = said.name ?? {};
  const parts = [givenName, familyName].filter((part) => part !== undefined && part !== '').join(' ');
  const now = (value: string | null | undefined) => value ?? '';
  const { since, managerId = null, externalId = null } = current ?? {};
  const stays = current !== null && absent === 'STAYS';
  const saidSince = own.since === undefined || own.since === '' || own.since === since ? null : own.since;
  return {
    nip: now(said.userName),
    name: newest(current?.name, [said.displayName, formatted, parts === '' ? undefined : parts]),
    status: newest(current?.status, [own.employmentStatus, said.userType]),
    unit: newest(current?.unitCode, [own.unit, enterprise.department]),
    position: newest(current?.position, [said.title]),
    since: saidSince,
    managerId: enterprise.manager?.value || (stays ? managerId : null),
    active: said.active ?? current?.active ?? true,
    externalId: said.externalId || (stays ? externalId : null),
  };
}

/** The first value that says something new; else what it is now; else the first that says anything. */
function newest(current: string | undefined, said: readonly (string | undefined)[]): string {
  const given = said.filter((value): value is string => value !== undefined && value !== '');
  return given.find((value) => value !== current) ?? current ?? given[0] ?? '';
}

/** Attributes that an answer can be asked for by name. */
const MOST_ATTRIBUTES = 40;

/** Which attributes of an answer were asked for, or left out; both are lists with commas. */
export function attributesFilter(wanted: string | null, leftOut: string | null): Types.Filter | undefined {
  const list = (text: string, sign: 'pr' | 'np') => {
    const names = text.split(',').map((name) => name.trim());
    // The library writes a path into an object as it comes: nothing but our own names may get there.
    const known = names.filter(isAttribute).slice(0, MOST_ATTRIBUTES);
    return known.length === 0
      ? undefined
      : new Types.Filter(known.map((name) => `${name} ${sign}`).join(' and '));
  };
  if (wanted !== null) return list(wanted, 'pr');
  return leftOut === null ? undefined : list(leftOut, 'np');
}
