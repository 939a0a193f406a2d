// node .ci/sum.mjs <results>: the last lines of .ci/run. A part that counted no tests of its own counts as one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTally } from '../api/bootstrap/tally.mjs';

const results = process.argv[2];
let passed = 0;
let failed = 0;
const failures = [];

console.log();
for (const line of readFileSync(join(results, 'parts'), 'utf8').trim().split('\n')) {
  const [name, code] = line.split(' ');
  const counts = readTally(join(results, name));
  if (code === '0' && counts.passed === 0) counts.passed = 1;
  // It broke off outside of any test, or what should have been tested was not.
  if (code !== '0' && counts.failed === 0) counts.failed = 1;
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  passed += counts.passed;
  failed += counts.failed;
  failures.push(...counts.failures);
}
process.exitCode = failed === 0 ? 0 : 1;
// Once more at the end: of a long log often only that is kept.
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
