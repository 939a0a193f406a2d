import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { canUseApt, findTool, NamedToolMissing, provideTools, TOOLS } from './test-tools.mjs';

const [REDIS, CHROMIUM, LIBREOFFICE, , PROMTOOL] = TOOLS;
const SYSTEM_PATH = ['/usr/bin', '/bin'].join(delimiter);

let folder;
const program = (path, body) => {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, `#!/bin/sh\n${body}\n`);
  chmodSync(full, 0o755);
  return full;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pantau-tools-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('takes the first command on the PATH that runs', () => {
  program('a/chromium', 'echo this needs a snap >&2; exit 1');
  mkdirSync(join(folder, 'b/chromium'), { recursive: true });
  const works = program('c/google-chrome', 'echo 153');
  const PATH = ['a', 'b', 'c'].map((name) => join(folder, name)).join(delimiter);
  assert.equal(findTool(CHROMIUM, { PATH }), works);
  assert.equal(findTool(REDIS, { PATH }), null);
  assert.equal(findTool(REDIS, {}), null);
});

test('takes what the variable names, and refuses to guess when that does not run', () => {
  const named = program('my-redis', 'echo 8');
  assert.equal(findTool(REDIS, { PATH: '', PANTAU_REDIS_SERVER: named }), named);
  assert.throws(
    () => findTool(REDIS, { PATH: SYSTEM_PATH, PANTAU_REDIS_SERVER: '/nowhere/redis' }),
    NamedToolMissing,
  );
});

test('installs Debian packages as root on Debian only', () => {
  const mark = program('debian_version', '12');
  program('bin/apt-get', '');
  const PATH = join(folder, 'bin');
  assert.equal(canUseApt({ PATH }, 0, mark), true);
  assert.equal(canUseApt({ PATH }, 1000, mark), false);
  assert.equal(canUseApt({ PATH }, 0, join(folder, 'no-mark')), false);
  assert.equal(canUseApt({ PATH: folder }, 0, mark), false);
  assert.equal(canUseApt({ PATH }, null, mark), false);
});

test('installs all that is missing at once, and hands the paths to the tests', async () => {
  program(
    'bin/apt-get',
    `echo "$@" >> ${folder}/calls
     if [ "$1" = install ]; then for name in redis-server chromium soffice python3 promtool; do printf '#!/bin/sh\\n' > ${folder}/bin/$name; chmod 755 ${folder}/bin/$name; done; fi`,
  );
  const PATH = [join(folder, 'bin'), '/nowhere'].join(delimiter);
  // The installing shell finds its own tools on the system's PATH; ours must not, or the real ones would be found.
  program('bin/chmod', 'exec /bin/chmod "$@"');
  program('bin/sh', 'exec /bin/sh "$@"');
  const { environment, missing } = await provideTools({ PATH }, TOOLS, true);
  assert.deepEqual(missing, []);
  assert.equal(environment.PANTAU_REDIS_SERVER, join(folder, 'bin/redis-server'));
  assert.equal(environment.PANTAU_CHROMIUM, join(folder, 'bin/chromium'));
  assert.equal(environment.PANTAU_WITHOUT, '');
  assert.equal(
    readFileSync(join(folder, 'calls'), 'utf8'),
    'update\ninstall -y --no-install-recommends redis-server chromium libreoffice-calc-nogui python3 prometheus\n',
  );
});

test('tells the tests what is missing, and does not look for what nobody wants', async () => {
  program('bin/redis-server', '');
  program('bin/python3', '');
  const PATH = join(folder, 'bin');
  const without = await provideTools({ PATH }, TOOLS, false);
  assert.deepEqual(without.missing, [CHROMIUM, LIBREOFFICE, PROMTOOL]);
  assert.equal(without.environment.PANTAU_WITHOUT, 'chromium,libreoffice,promtool');
  assert.equal(without.environment.PANTAU_REDIS_SERVER, join(PATH, 'redis-server'));

  const unwanted = await provideTools(
    { PATH, PANTAU_WITHOUT: 'redis,chromium,libreoffice,python,promtool' },
    TOOLS,
    false,
  );
  assert.equal(unwanted.environment.PANTAU_WITHOUT, 'redis,chromium,libreoffice,python,promtool');
  assert.equal(unwanted.environment.PANTAU_REDIS_SERVER, undefined);
});
