import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { isInstalled, markInstalled, npmCommand } from './install.mjs';

let root;
const write = (path, text, seconds = 1000) => {
  writeFileSync(join(root, path), text);
  utimesSync(join(root, path), seconds, seconds);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pantau-install-'));
  write('package-lock.json', '{"lockfileVersion":3}');
});
afterEach(() => rmSync(root, { recursive: true }));

test('a fresh clone is not installed, nor is one whose npm ci was cut off', () => {
  assert.equal(isInstalled(root), false);
  mkdirSync(join(root, 'node_modules/express'), { recursive: true });
  assert.equal(isInstalled(root), false);
});

test('our stamp holds as long as the lock file says the same, whenever that was written', () => {
  mkdirSync(join(root, 'node_modules'));
  markInstalled(root);
  assert.equal(isInstalled(root), true);
  write('package-lock.json', '{"lockfileVersion":3}', 3000);
  assert.equal(isInstalled(root), true);
  write('package-lock.json', '{"lockfileVersion":3,"packages":{}}', 500);
  assert.equal(isInstalled(root), false);
});

test('npm ci by hand counts, until the lock file changes after it', () => {
  mkdirSync(join(root, 'node_modules'));
  write('node_modules/.package-lock.json', '{}', 2000);
  assert.equal(isInstalled(root), true);
  write('package-lock.json', '{"lockfileVersion":3,"packages":{}}', 3000);
  assert.equal(isInstalled(root), false);
});

test('installs with the npm that runs us, else with the one on the PATH', () => {
  const npm = join(root, 'npm-cli.js');
  assert.deepEqual(npmCommand({ npm_execpath: npm }), ['npm']);
  writeFileSync(npm, '');
  assert.deepEqual(npmCommand({ npm_execpath: npm }), [process.execPath, npm]);
  assert.deepEqual(npmCommand({ npm_execpath: '/usr/share/yarn/yarn.js' }), ['npm']);
  assert.deepEqual(npmCommand({}), ['npm']);
});
