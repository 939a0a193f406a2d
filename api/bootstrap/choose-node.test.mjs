import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseNode } from './choose-node.mjs';

const own = (version) => ({ path: '/usr/bin/node', version });

test('takes the Node that npm installed when it runs', () => {
  assert.equal(chooseNode(process.execPath, own('20.0.0')), process.execPath);
});

test('takes the caller’s own where npm’s is missing or does not run, if it is new enough', () => {
  assert.equal(chooseNode('/nowhere/node', own('22.17.0')), '/usr/bin/node');
  assert.equal(chooseNode('/bin/false', own('24.1.0')), '/usr/bin/node');
  assert.equal(chooseNode('/nowhere/node', own('22.16.9')), null);
  assert.equal(chooseNode('/nowhere/node', own('20.20.2')), null);
});
