import { readScimFilter, SCIM_REFUSALS } from '../../../domain/integration/scim-filter.js';
import { LIMITS } from '../../../platform/graphql/limits.js';
import { shown, storesOf, today, told, type Scim, type ScimAnswer } from './scim-answer.js';
import { problemOf, ScimProblem, toldRefusal } from './scim-problem.js';
import { attributesOf, textOf, wholeNumber } from './scim-request.js';

/** What a list is asked by. */
interface Listing {
  readonly filter?: unknown;
  readonly startIndex?: unknown;
  readonly count?: unknown;
  readonly attributes?: unknown;
  readonly excludedAttributes?: unknown;
}

/** Those whom a filter finds, from a place on. */
export async function listUsers(scim: Scim, asked: Listing): Promise<ScimAnswer> {
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
export function searchUsers(scim: Scim, body: Readonly<Record<string, unknown>>): Promise<ScimAnswer> {
  const names = (list: unknown) => (Array.isArray(list) ? list.join(',') : list);
  const { attributes, excludedAttributes, ...rest } = body;
  return listUsers(scim, {
    ...rest,
    ...(attributes !== undefined && { attributes: names(attributes) }),
    ...(excludedAttributes !== undefined && { excludedAttributes: names(excludedAttributes) }),
  });
}
