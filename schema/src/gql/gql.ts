/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "subscription Wall($region: RegionCode!, $after: Cursor) {\n  wall(region: $region, after: $after) {\n    ... on WallSnapshot {\n      __typename\n      cursor\n      at\n      reason\n      demo\n      region {\n        code\n        name\n      }\n      period {\n        ...WallHeader_Period\n      }\n      units {\n        ...WallTile_Unit\n      }\n      happenings {\n        ...WallFeed_Happening\n      }\n    }\n    ... on WallChange {\n      __typename\n      cursor\n      at\n      units {\n        ...WallTile_Unit\n      }\n      happening {\n        ...WallFeed_Happening\n      }\n    }\n    ... on WallHeartbeat {\n      __typename\n      cursor\n      at\n    }\n  }\n}\n\nfragment WallHeader_Period on Period {\n  code\n  name\n  startsOn\n  endsOn\n}\n\nfragment WallTile_Unit on WallUnit {\n  id\n  code\n  name\n  kind\n  parentId\n  order\n  value\n  coverage\n  state\n  observationCount\n  changedAt\n}\n\nfragment WallFeed_Happening on WallHappening {\n  id\n  at\n  unitId\n  unitName\n  delta\n  sentence\n  sentenceEn\n}": typeof types.WallDocument,
};
const documents: Documents = {
    "subscription Wall($region: RegionCode!, $after: Cursor) {\n  wall(region: $region, after: $after) {\n    ... on WallSnapshot {\n      __typename\n      cursor\n      at\n      reason\n      demo\n      region {\n        code\n        name\n      }\n      period {\n        ...WallHeader_Period\n      }\n      units {\n        ...WallTile_Unit\n      }\n      happenings {\n        ...WallFeed_Happening\n      }\n    }\n    ... on WallChange {\n      __typename\n      cursor\n      at\n      units {\n        ...WallTile_Unit\n      }\n      happening {\n        ...WallFeed_Happening\n      }\n    }\n    ... on WallHeartbeat {\n      __typename\n      cursor\n      at\n    }\n  }\n}\n\nfragment WallHeader_Period on Period {\n  code\n  name\n  startsOn\n  endsOn\n}\n\nfragment WallTile_Unit on WallUnit {\n  id\n  code\n  name\n  kind\n  parentId\n  order\n  value\n  coverage\n  state\n  observationCount\n  changedAt\n}\n\nfragment WallFeed_Happening on WallHappening {\n  id\n  at\n  unitId\n  unitName\n  delta\n  sentence\n  sentenceEn\n}": types.WallDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription Wall($region: RegionCode!, $after: Cursor) {\n  wall(region: $region, after: $after) {\n    ... on WallSnapshot {\n      __typename\n      cursor\n      at\n      reason\n      demo\n      region {\n        code\n        name\n      }\n      period {\n        ...WallHeader_Period\n      }\n      units {\n        ...WallTile_Unit\n      }\n      happenings {\n        ...WallFeed_Happening\n      }\n    }\n    ... on WallChange {\n      __typename\n      cursor\n      at\n      units {\n        ...WallTile_Unit\n      }\n      happening {\n        ...WallFeed_Happening\n      }\n    }\n    ... on WallHeartbeat {\n      __typename\n      cursor\n      at\n    }\n  }\n}\n\nfragment WallHeader_Period on Period {\n  code\n  name\n  startsOn\n  endsOn\n}\n\nfragment WallTile_Unit on WallUnit {\n  id\n  code\n  name\n  kind\n  parentId\n  order\n  value\n  coverage\n  state\n  observationCount\n  changedAt\n}\n\nfragment WallFeed_Happening on WallHappening {\n  id\n  at\n  unitId\n  unitName\n  delta\n  sentence\n  sentenceEn\n}"): (typeof documents)["subscription Wall($region: RegionCode!, $after: Cursor) {\n  wall(region: $region, after: $after) {\n    ... on WallSnapshot {\n      __typename\n      cursor\n      at\n      reason\n      demo\n      region {\n        code\n        name\n      }\n      period {\n        ...WallHeader_Period\n      }\n      units {\n        ...WallTile_Unit\n      }\n      happenings {\n        ...WallFeed_Happening\n      }\n    }\n    ... on WallChange {\n      __typename\n      cursor\n      at\n      units {\n        ...WallTile_Unit\n      }\n      happening {\n        ...WallFeed_Happening\n      }\n    }\n    ... on WallHeartbeat {\n      __typename\n      cursor\n      at\n    }\n  }\n}\n\nfragment WallHeader_Period on Period {\n  code\n  name\n  startsOn\n  endsOn\n}\n\nfragment WallTile_Unit on WallUnit {\n  id\n  code\n  name\n  kind\n  parentId\n  order\n  value\n  coverage\n  state\n  observationCount\n  changedAt\n}\n\nfragment WallFeed_Happening on WallHappening {\n  id\n  at\n  unitId\n  unitName\n  delta\n  sentence\n  sentenceEn\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;