import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Leaves the numbers of one run, and the names of what failed, in a tally folder, where runs at the same time do not meet. */
export function addToTally(
  folder,
  /** @type {Counts} */ counts,
  /** @type {readonly string[]} */ failures = [],
) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify({ ...counts, failures }));
}

/** All runs of a tally folder together. @returns {Counts & { failures: string[] }} */
export function readTally(folder) {
  mkdirSync(folder, { recursive: true });
  const runs = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  return {
    ...{ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') },
    failures: runs.flatMap((run) => run.failures),
  };
}
