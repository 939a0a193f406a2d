import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conclude } from './conclude.mjs';

const RUN = {
  counts: { passed: 312, failed: 0, skipped: 3 },
  ranWell: true,
  missing: [],
  mustBeComplete: true,
  seconds: 83,
};

test('says how many tests passed', () => {
  const { passed, text } = conclude(RUN);
  assert.equal(passed, true);
  assert.equal(
    text,
    '312 uji lulus, 0 gagal, 3 dilewati (83 s) · 312 tests passed, 0 failed, 3 skipped (83 s)',
  );
});

test('a failed test, a program that broke off and a run without any test are failures', () => {
  const failures = ['api/src/x.test.ts: holds'];
  const failed = conclude({ ...RUN, counts: { passed: 311, failed: 1, skipped: 3, failures } });
  assert.equal(failed.passed, false);
  assert.match(failed.text, /FAILED: api\/src\/x\.test\.ts: holds$/);
  const broken = conclude({ ...RUN, ranWell: false });
  assert.equal(broken.passed, false);
  assert.match(broken.text, /Some tests could not be run/);
  assert.equal(conclude({ ...RUN, counts: { passed: 0, failed: 0, skipped: 0 } }).passed, false);
});

test('names what was not tested; where all has to be tested that is a failure', () => {
  const incomplete = conclude({ ...RUN, missing: ['redis', 'chromium'] });
  assert.equal(incomplete.passed, false);
  assert.match(incomplete.text, /NOT TESTED, for want of the program: what needs redis, chromium\.$/);
  assert.equal(conclude({ ...RUN, missing: ['redis'], mustBeComplete: false }).passed, true);
});
