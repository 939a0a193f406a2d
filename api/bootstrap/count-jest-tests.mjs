import process from 'node:process';
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
    addToTally(process.env.PANTAU_TALLY, counts, results.testResults.flatMap(failedFile), process.cwd());
  }
}

function failedFile(result) {
  const broken = result.testExecError ? 1 : 0;
  if (result.numFailingTests + broken === 0) return [];
  return [
    {
      folder: process.cwd(),
      file: result.testFilePath,
      passed: result.numPassingTests,
      failed: result.numFailingTests + broken,
      skipped: result.numPendingTests + (result.numTodoTests ?? 0),
      names: result.testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    },
  ];
}
