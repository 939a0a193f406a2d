import { fileURLToPath } from 'node:url';

/** The folder of the clone, from `api/src` and from `api/dist` alike. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url));
