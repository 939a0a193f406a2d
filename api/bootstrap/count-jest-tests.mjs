import { addToTally } from './tally.mjs';

/** A jest reporter that says nothing and leaves the numbers of a run in the tally folder PANTAU_TALLY. */
export default class CountJestTests {
  onRunComplete(_contexts, results) {
    addToTally(process.env.PANTAU_TALLY, {
      passed: results.numPassedTests,
      // A file that does not even load has no test that could fail.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    });
  }
}
