import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runStep } from './step.mjs';

/**
 * What the tests need beside npm's packages.
 * @typedef {{ name: string, variable: string, commands: readonly string[], debianPackage: string }} Tool
 */

/** @type {readonly Tool[]} */
export const TOOLS = [
  {
    name: 'redis',
    variable: 'PANTAU_REDIS_SERVER',
    commands: ['redis-server'],
    debianPackage: 'redis-server',
  },
  {
    name: 'chromium',
    variable: 'PANTAU_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome'],
    debianPackage: 'chromium',
  },
  {
    name: 'libreoffice',
    variable: 'PANTAU_LIBREOFFICE',
    commands: ['soffice', 'libreoffice'],
    debianPackage: 'libreoffice-calc-nogui',
  },
  {
    name: 'python',
    variable: 'PANTAU_PYTHON',
    commands: ['python3'],
    debianPackage: 'python3',
  },
  {
    name: 'promtool',
    variable: 'PANTAU_PROMTOOL',
    commands: ['promtool'],
    debianPackage: 'prometheus',
  },
];

/** A variable names a program that cannot be run; guessing another one would hide the mistake. */
export class NamedToolMissing extends Error {}

/**
 * The program of a tool: the one that its variable names, else the first of its commands on the PATH that runs, else
 * null. One that is there and does not run (Ubuntu's stand-ins for snaps) counts as missing.
 *
 * @param {Tool} tool
 * @param {NodeJS.ProcessEnv} environment
 * @throws {NamedToolMissing}
 */
export function findTool(tool, environment) {
  const named = environment[tool.variable];
  if (named) {
    if (runs(named, environment)) return named;
    throw new NamedToolMissing(
      `${tool.variable} menyebut ${named}, yang tidak dapat dijalankan. · ${tool.variable} names ${named}, which cannot be run.`,
    );
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = tool.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return candidates.find((path) => isProgram(path) && runs(path, environment)) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const runs = (path, environment) =>
  spawnSync(path, ['--version'], { env: environment, timeout: 30_000 }).status === 0;

/** Whether we may install Debian packages here: as root, on Debian or what is made from it. */
export function canUseApt(environment, uid = process.getuid?.() ?? null, debianMark = '/etc/debian_version') {
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  return uid === 0 && existsSync(debianMark) && folders.some((folder) => isProgram(join(folder, 'apt-get')));
}

const APT_WITHIN_MS = 600_000;

/**
 * Finds every tool, and installs those that are missing where that is possible. Tools that PANTAU_WITHOUT lists
 * (comma between them) are not looked for.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @param {readonly Tool[]} [tools]
 * @returns {Promise<{ environment: NodeJS.ProcessEnv, missing: Tool[] }>} the environment for the tests: the path of each
 *   tool in its variable, the names of the missing ones in PANTAU_WITHOUT
 */
export async function provideTools(environment, tools = TOOLS, apt = canUseApt(environment)) {
  const unwanted = (environment.PANTAU_WITHOUT ?? '').split(',');
  const wanted = tools.filter((tool) => !unwanted.includes(tool.name));
  const installable = wanted.filter((tool) => findTool(tool, environment) === null);
  if (apt && installable.length > 0) await installWithApt(installable, environment);

  const found = new Map(wanted.map((tool) => [tool, findTool(tool, environment)]));
  const missing = tools.filter((tool) => !found.get(tool));
  return {
    environment: {
      ...environment,
      ...Object.fromEntries(
        [...found].filter(([, path]) => path).map(([tool, path]) => [tool.variable, path]),
      ),
      PANTAU_WITHOUT: missing.map((tool) => tool.name).join(','),
    },
    missing,
  };
}

/** Tries; whether the tools are there afterwards is seen by looking for them. Their services do not concern us. */
async function installWithApt(tools, environment) {
  const packages = tools.map((tool) => tool.debianPackage);
  await runStep(
    `Memasang · Installing ${packages.join(', ')}`,
    'sh',
    ['-c', 'apt-get update && exec apt-get install -y --no-install-recommends "$@"', 'sh', ...packages],
    { env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' }, timeout: APT_WITHIN_MS },
  ).catch(() => undefined);
}
