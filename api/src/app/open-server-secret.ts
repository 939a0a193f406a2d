import { join } from 'node:path';
import { openSecret, type RootSecret } from '../platform/auth/secret.js';
import type { Config } from '../platform/config.js';
import { homeOf } from './open-database.js';

/** The secret that the settings name, or the one that this clone made for itself. */
export function openServerSecret(config: Config): Promise<RootSecret> {
  return openSecret({ given: config.secret ?? undefined, file: join(homeOf(config), 'secret') });
}
