import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { chooseNode, OLDEST_FOR_PANTAU } from './choose-node.mjs';
import { installIfNeeded } from './install.mjs';
import { BOOTSTRAP, ROOT, repositoryEnvironment } from './repository.mjs';
import { runChild } from './run-child.mjs';
import { StepFailed } from './step.mjs';

process.exitCode = await start(process.argv.slice(2));

async function start(args) {
  try {
    await installIfNeeded();
    await build();
  } catch (error) {
    if (error instanceof StepFailed) return error.code;
    throw error;
  }
  const node = chooseNode();
  if (node === null) {
    const oldest = OLDEST_FOR_PANTAU.join('.');
    process.stderr.write(
      `Pantau memerlukan Node ${oldest} atau lebih baru di mesin ini; ini Node ${process.versions.node}.\n` +
        `Pantau needs Node ${oldest} or newer on this machine; this is Node ${process.versions.node}.\n`,
    );
    return 1;
  }
  const { code } = await runChild(
    node,
    [
      '--enable-source-maps',
      `--import=${pathToFileURL(join(BOOTSTRAP, 'stop-with-parent.mjs')).href}`,
      join(ROOT, 'api', 'dist', 'main.js'),
      ...args,
    ],
    { cwd: ROOT, env: repositoryEnvironment(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  return code;
}
