/**
 * Breaks everything that can break under load, and holds what is left against what was promised.
 *
 *   npm run chaos [-- --profile smoke|ci|soak] [--seed N] [--minutes N] [--out FILE]
 *                [--faults WORDS]         only those whose names begin so, e.g. 'kill,cut postgres'; none: 'none'
 *   npm run chaos -- --mutants [NAME ...]    shows that the checker finds bugs that were put in on purpose
 *
 * Everything runs on 127.0.0.1, in a folder and in processes of its own. Linux only.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { MUTANTS } from './mutants.mjs';
import { PROFILES } from './profiles.mjs';
import { runScenario } from './scenario.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string', default: 'smoke' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string' },
    out: { type: 'string' },
    faults: { type: 'string' },
    mutants: { type: 'boolean', default: false },
  },
});

process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));

const seed = Number(values.seed);
const say = (line) => console.log(line);
if (values.mutants) await runMutants(positionals);
else await runOnce();
process.exit(process.exitCode ?? 0);

async function runOnce() {
  const profile = { ...PROFILES[values.profile] };
  if (values.minutes !== undefined) profile.seconds = Number(values.minutes) * 60;
  if (values.faults !== undefined) profile.faults = values.faults.split(',');
  say(`chaos: ${values.profile}, seed ${seed}`);
  const evidence = await runScenario({ profile, name: values.profile, seed, mutant: null, say });
  await keepEvidence(values.out, evidence);
  tell(evidence);
  if (evidence.findings.length > 0) process.exitCode = 1;
}

async function runMutants(names) {
  const chosen = MUTANTS.filter(
    ({ name }) => names.length === 0 || names.some((word) => name.startsWith(word)),
  );
  const rows = [];
  for (const mutant of chosen) {
    const profile = { ...PROFILES.mutant, ...mutant.profile };
    const began = performance.now();
    const evidence = await runScenario({
      profile,
      name: 'mutant',
      seed,
      mutant,
      say: process.env.CHAOS_TALK ? say : () => undefined,
    });
    const kinds = evidence.findings.map(({ kind, count }) => `${kind} (${count})`);
    const caught = evidence.findings.some(({ kind }) => mutant.caughtAs.includes(kind));
    rows.push({
      name: mutant.name,
      what: mutant.what,
      caught,
      seconds: Math.round((performance.now() - began) / 1_000),
      kinds,
    });
    say(
      `${caught ? '✓' : '✗'} ${mutant.name.padEnd(22)} ${String(rows.at(-1).seconds).padStart(3)} s  ${mutant.what}\n    ${kinds.join(', ') || 'nothing was found'}`,
    );
    if (!caught) process.exitCode = 1;
  }
  say(
    `chaos: ${rows.filter(({ caught }) => caught).length} of ${rows.length} seeded bugs were found, seed ${seed}`,
  );
  await keepEvidence(values.out, { seed, mutants: rows });
}

async function keepEvidence(file, evidence) {
  if (file === undefined) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(evidence, null, 2)}\n`);
}

function tell({ findings, seconds, faults, operations, walls, recoveries, codes, lost, full }) {
  const sum = Object.values(faults).reduce((all, count) => all + count, 0);
  say(`${seconds} s under load, ${sum} faults: ${list(faults)}`);
  say(`wishes: ${list(operations)}`);
  say(`answers that decided nothing: ${list({ ...codes, ...lost })}`);
  say(`walls: ${list(walls)}`);
  say(`back after: ${list(recoveries)}`);
  if (!full) say('the disk was not filled: this account may not mount one of its own');
  for (const { kind, count, examples } of findings) {
    say(`✗ ${kind} (${count})`);
    for (const example of examples.slice(0, 3)) say(`    ${JSON.stringify(example).slice(0, 600)}`);
  }
  say(findings.length === 0 ? 'chaos: nothing was found' : `chaos: ${findings.length} kinds of findings`);
}

function list(counts) {
  const parts = Object.entries(counts).map(
    ([what, count]) => `${what} ${typeof count === 'object' ? JSON.stringify(count) : count}`,
  );
  return parts.join(', ') || 'none';
}
