/** `npm run release:schema -- 1.2.0`: gives out the contract as it stands, and begins its entry in the changelog. */
import type { Change } from '@graphql-inspector/core';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { byVersion, compare, leastVersionAfter } from './judge-releases.ts';
import { CHANGELOG, CONTRACT, fileOfRelease, readContract, readReleases } from './read-contract.ts';

const version = process.argv[2] ?? '';
const last = readReleases()
  .sort((one, other) => byVersion(one.version, other.version))
  .at(-1)!;
const differences = await compare(last.schema, readContract());
const least = leastVersionAfter(last.version, differences);

if (!/^\d+\.\d+\.\d+$/.test(version) || byVersion(version, least) < 0) {
  console.error(
    `Name the version: npm run release:schema -- ${least} (or a later one; the last is ${last.version})`,
  );
  process.exitCode = 1;
} else {
  // What is inside of a new type or field is found with it; a new type from the field that gives it or takes it.
  const newTypes = new Set(
    differences.added.filter(({ type }) => type === 'TYPE_ADDED').map(({ path }) => path),
  );
  const newFields = new Set(
    differences.added.filter(({ type }) => type === 'FIELD_ADDED').map(({ path }) => path),
  );
  const added = differences.added.filter(({ path = '' }) => {
    const [type, field, ...inside] = path.split('.');
    return !newTypes.has(type) && !(inside.length > 0 && newFields.has(`${type}.${field}`));
  });
  const part = (title: string, changes: readonly Change[]): string =>
    changes.length === 0
      ? ''
      : `\n### ${title}\n\n${changes.map(({ path, message }) => `- \`${path}\`: ${message}.`).join('\n')}\n`;
  const day = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const entry = `## ${version} (${day})
${part('Breaks (say what to do)', differences.breaking)}${part('To be expected by clients', differences.dangerous)}${part('New', added)}
`;
  const changelog = readFileSync(CHANGELOG, 'utf8');
  const place = changelog.search(/^## \d/m);
  writeFileSync(CHANGELOG, changelog.slice(0, place) + entry + changelog.slice(place));
  copyFileSync(CONTRACT, fileOfRelease(version));
  console.log(`${version} is in schema/releases/; look through its entry in schema/CHANGELOG.md`);
}
