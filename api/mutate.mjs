/**
 * `npm run mutate`: changes every line of the rules in every way that Stryker knows, and counts the changes that the
 * tests beside them notice. Folder by folder, or only those named: `npm run mutate -- scoring contest`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DOMAIN = 'src/domain';
const stryker = fileURLToPath(
  new URL('../node_modules/@stryker-mutator/core/bin/stryker.js', import.meta.url),
);
const named = process.argv.slice(2);
const folders = [
  '.',
  ...readdirSync(DOMAIN, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name),
];
const total = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 };
const survivors = [];

console.log('folder           noticed   survived   not run      score');
for (const name of folders.filter((one) => named.length === 0 || named.includes(one))) {
  const folder = name === '.' ? DOMAIN : `${DOMAIN}/${name}`;
  const { status, stdout } = spawnSync(
    process.execPath,
    [stryker, 'run', '--mutate', `${folder}/*.ts,!${folder}/*.test.ts`],
    { env: { ...process.env, MUTATED_FOLDER: folder }, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) {
    console.error(stdout.slice(-4_000));
    process.exit(status ?? 1);
  }
  const counts = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 };
  const { files } = JSON.parse(readFileSync('.stryker/mutation.json', 'utf8'));
  for (const [file, { mutants, source }] of Object.entries(files)) {
    for (const { status: outcome, location, mutatorName, replacement } of mutants) {
      if (outcome in counts) counts[outcome] += 1;
      if (outcome !== 'Survived' && outcome !== 'NoCoverage') continue;
      const line = source.split('\n')[location.start.line - 1].trim();
      survivors.push(
        `${file}:${location.start.line} ${mutatorName} ${outcome}\n  ${line}\n  → ${replacement?.split('\n')[0]}`,
      );
    }
  }
  for (const key of Object.keys(total)) total[key] += counts[key];
  tell(name === '.' ? 'domain' : name, counts);
}
tell('all', total);
writeFileSync('.stryker/survivors.txt', survivors.join('\n'));
console.log('each survivor: api/.stryker/survivors.txt');

function tell(name, { Killed, Timeout, Survived, NoCoverage }) {
  const noticed = Killed + Timeout;
  const all = noticed + Survived + NoCoverage;
  const score = all === 0 ? '-' : `${((100 * noticed) / all).toFixed(1)} %`;
  console.log(
    name.padEnd(14) + [noticed, Survived, NoCoverage, score].map((one) => String(one).padStart(11)).join(''),
  );
}
