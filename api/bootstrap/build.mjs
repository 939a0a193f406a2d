import { join } from 'node:path';
import { ROOT, repositoryEnvironment } from './repository.mjs';
import { runStep } from './step.mjs';

/** turbo without talk of itself, and without a process that stays. */
export const TURBO_ENVIRONMENT = {
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

/** The turbo of this repository as a command for `spawn`. */
export const TURBO = [process.execPath, join(ROOT, 'node_modules', 'turbo', 'bin', 'turbo')];

/** Builds what changed since the last build; turbo's cache makes it quick when nothing did. */
export async function build() {
  const [command, script] = TURBO;
  await runStep('Membangun · Building', command, [script, 'run', 'build', '--output-logs=errors-only'], {
    cwd: ROOT,
    env: { ...repositoryEnvironment(), ...TURBO_ENVIRONMENT },
  });
}
