import { buildSchema, type GraphQLSchema } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Release } from './judge-releases.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const CONTRACT = at('schema.graphql');
export const CHANGELOG = at('CHANGELOG.md');
const RELEASES = at('releases');

/** Where a release is kept, for ever as it was given out. */
export const fileOfRelease = (version: string): string => `${RELEASES}/${version}.graphql`;

/** The contract as the code has it now. */
export const readContract = (): GraphQLSchema => buildSchema(readFileSync(CONTRACT, 'utf8'));

/** Every contract that was given out. */
export function readReleases(): Release[] {
  return readdirSync(RELEASES)
    .flatMap((name) => /^(\d+\.\d+\.\d+)\.graphql$/.exec(name)?.[1] ?? [])
    .map((version) => ({ version, schema: buildSchema(readFileSync(fileOfRelease(version), 'utf8')) }));
}
