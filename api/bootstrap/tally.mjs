import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {Counts & { folder: string, file: string, names: readonly string[] }} FailedFile a file of tests in which some failed, and their names */

/** Leaves the numbers of one run in a tally folder, where runs at the same time do not meet. */
export function addToTally(
  folder,
  /** @type {Counts} */ counts,
  /** @type {readonly FailedFile[]} */ failedFiles = [],
  /** @type {string | null} */ workspace = null,
) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify({ ...counts, failedFiles, workspace }));
}

/** All runs of a tally folder together. @returns {Counts} */
export function readTally(folder) {
  const runs = runsIn(folder);
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The files in which tests failed, over all runs of a tally folder. @returns {FailedFile[]} */
export function readFailedFiles(folder) {
  return runsIn(folder).flatMap((run) => run.failedFiles);
}

/** The folders of the workspaces whose tests came to their end. @returns {Set<string>} */
export function readWorkspaces(folder) {
  return new Set(runsIn(folder).flatMap(({ workspace }) => workspace ?? []));
}

function runsIn(folder) {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}
