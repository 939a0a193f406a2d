import { AUDIENCE } from '../../../domain/access/audience.js';
import { Denied } from '../../../platform/auth/denied.js';
import { refuseValues } from '../../../platform/graphql/limits-input.js';
import type { Logger } from '../../../platform/logger.js';
import { patchUser, removeUser, replaceUser } from './change-user.js';
import { createUser } from './create-user.js';
import { listUsers, searchUsers } from './list-users.js';
import { answerOf, storesOf, today, type Ask, type Scim, type ScimAnswer } from './scim-answer.js';
import { describeScim } from './scim-discovery.js';
import {
  attributesOf,
  bodyOf,
  notHere,
  sameVersion,
  unknown,
  wrongInput,
  type ScimRequest,
} from './scim-request.js';
import { versionOf } from './scim-user.js';

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
  if (isSearch && (path.length === 1 || first === 'Users')) return searchUsers(scim, bodyOf(request));
  if (first === 'Users' && path.length === 1) {
    if (method === 'GET') return listUsers(scim, request.query);
    if (method === 'POST') return createUser(scim, request);
    throw notHere(405, `There is no ${method} here.`);
  }
  if (first === 'Users' && path.length === 2 && second !== undefined) {
    if (method === 'GET') return getUser(scim, second, request);
    if (method === 'PUT') return replaceUser(scim, second, request);
    if (method === 'PATCH') return patchUser(scim, second, request);
    if (method === 'DELETE') return removeUser(scim, second, request);
    throw notHere(405, `There is no ${method} here.`);
  }
  const described = method === 'GET' ? describeScim(path, request.base) : null;
  if (described !== null) return { status: 200, body: described };
  throw first === 'Bulk' || first === 'Me'
    ? notHere(501, 'This is not offered; see /ServiceProviderConfig.')
    : notHere(404, 'There is nothing at this address.');
}

async function getUser(scim: Scim, id: string, { query, ifNoneMatch }: ScimRequest): Promise<ScimAnswer> {
  const person = await storesOf(scim).get(id, today(scim));
  if (person === null) throw unknown();
  const version = versionOf(person);
  if (ifNoneMatch !== null && sameVersion(ifNoneMatch, version)) return { status: 304, body: null, version };
  return answerOf(scim, person, 200, attributesOf(query));
}
