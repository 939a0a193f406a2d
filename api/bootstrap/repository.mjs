import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder. */
export const BOOTSTRAP = fileURLToPath(new URL('.', import.meta.url));

/** The folder with the root package.json. */
export const ROOT = resolve(BOOTSTRAP, '../..');

/** Programs that npm installed, among them the Node that everything is built and run with. */
export const PROGRAMS = join(ROOT, 'node_modules', '.bin');

/** The caller's environment, with the installed programs before any other. */
export function repositoryEnvironment(environment = process.env) {
  return { ...environment, PATH: [PROGRAMS, environment.PATH].filter(Boolean).join(delimiter) };
}
