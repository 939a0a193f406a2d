import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

const tryVersion = (version) => {
  const script = `import { requireNode } from './require-node.mjs'; requireNode('${version}'); console.log('goes on');`;
  try {
    return {
      said: execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: import.meta.dirname,
        encoding: 'utf8',
        stdio: 'pipe',
      }),
      code: 0,
    };
  } catch (error) {
    return { said: error.stderr, code: error.status };
  }
};

test('goes on with Node 20 and newer', () => {
  assert.deepEqual(tryVersion('20.0.0'), { said: 'goes on\n', code: 0 });
  assert.deepEqual(tryVersion('24.21.0'), { said: 'goes on\n', code: 0 });
});

test('ends on an older one with a sentence in both languages', () => {
  const { said, code } = tryVersion('18.20.4');
  assert.equal(code, 1);
  assert.match(said, /^Pantau memerlukan Node 20 .*18\.20\.4.*\nPantau needs Node 20 .*18\.20\.4.*\n$/);
});
