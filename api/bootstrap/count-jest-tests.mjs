import { relative } from 'node:path';
import { ROOT } from './repository.mjs';
import { addToTally } from './tally.mjs';

/** A jest reporter that says nothing and leaves the numbers of a run in the tally folder PANTAU_TALLY. */
export default class CountJestTests {
  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      // A file that does not even load has no test that could fail.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    addToTally(process.env.PANTAU_TALLY, counts, results.testResults.flatMap(failuresOf));
  }
}

function failuresOf({ testFilePath, testExecError, testResults }) {
  const file = relative(ROOT, testFilePath);
  const failed = testResults.filter(({ status }) => status === 'failed');
  return [
    ...failed.map(({ fullName }) => `${file}: ${fullName}`),
    ...(testExecError ? [`${file}: it does not run`] : []),
  ];
}
