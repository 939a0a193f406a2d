import { LIMITS } from '../../../platform/graphql/limits.js';
import { DEFINITIONS, ENTERPRISE, PANTAU, USER } from './scim-schema.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

/** A resource that tells of others. */
interface Described {
  readonly id: string;
  readonly [name: string]: unknown;
}

/** What the server says of itself at an address; null where it says nothing there. `base` is that of all of SCIM. */
export function describeScim(path: readonly string[], base: string): object | null {
  const [what, id] = path;
  if (path.length > 2) return null;
  if (what === 'ServiceProviderConfig') return id === undefined ? serviceProvider(base) : null;
  const all = what === 'Schemas' ? schemas(base) : what === 'ResourceTypes' ? resourceTypes(base) : null;
  if (all === null || id === undefined) return all && listOf(all);
  return all.find((one) => one.id === id) ?? null;
}

/** A list that is given whole. */
function listOf(resources: readonly object[]): object {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: resources.length,
    startIndex: 1,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

function serviceProvider(base: string): object {
  return {
    schemas: [`${CORE}:ServiceProviderConfig`],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: LIMITS.bytes },
    filter: { supported: true, maxResults: LIMITS.page },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer',
        description: 'The token of a service with the scope PROVISION, as `Authorization: Bearer ptk_…`.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}

function schemas(base: string): Described[] {
  return DEFINITIONS.map((definition) => ({ ...definition.describe(`${base}/Schemas`) }));
}

function resourceTypes(base: string): Described[] {
  return [
    {
      schemas: [`${CORE}:ResourceType`],
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      description: 'Pegawai: a civil servant of the region.',
      schema: USER,
      schemaExtensions: [
        { schema: ENTERPRISE, required: false },
        { schema: PANTAU, required: false },
      ],
      meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/User` },
    },
  ];
}
