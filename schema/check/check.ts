/** Part of `npm run check`: is everything described, and is nobody broken who uses a release? */
import { readFileSync } from 'node:fs';
import { judgeDescriptions } from './judge-descriptions.ts';
import { judgeReleases } from './judge-releases.ts';
import { listDescriptions } from './list-descriptions.ts';
import { CHANGELOG, readContract, readReleases } from './read-contract.ts';

const contract = readContract();
const described = listDescriptions(contract);
const releases = readReleases();
const troubles = [
  ...judgeDescriptions(described),
  ...(await judgeReleases(contract, releases, readFileSync(CHANGELOG, 'utf8'))),
];
for (const trouble of troubles) console.error(trouble);
console.log(
  `contract: ${described.length} things to describe, ${releases.length} releases, ${troubles.length} troubles`,
);
if (troubles.length > 0) process.exitCode = 1;
