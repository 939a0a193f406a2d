/**
 * The last lines of a test run, and whether it counts as passed.
 *
 * @param {object} run
 * @param {import('./tally.mjs').Counts & { failures?: readonly string[] }} run.counts
 * @param {boolean} run.ranWell every program that ran tests ended well
 * @param {readonly string[]} run.missing names of tools whose tests did not run
 * @param {boolean} run.mustBeComplete whether tests that did not run are a failure
 * @param {number} run.seconds
 * @returns {{ passed: boolean, text: string }}
 */
export function conclude({ counts, ranWell, missing, mustBeComplete, seconds }) {
  const { passed, failed, skipped, failures = [] } = counts;
  const good = ranWell && failed === 0 && (passed > 0 || !mustBeComplete);
  const lines = [
    `${passed} uji lulus, ${failed} gagal, ${skipped} dilewati (${seconds} s) · ` +
      `${passed} tests passed, ${failed} failed, ${skipped} skipped (${seconds} s)`,
  ];
  lines.push(...failures.map((failure) => `GAGAL · FAILED: ${failure}`));
  if (!ranWell && failed === 0) {
    lines.push(
      'Sebagian uji tidak dapat dijalankan; lihat di atas. · Some tests could not be run; see above.',
    );
  }
  if (missing.length > 0) {
    lines.push(
      `TIDAK DIUJI, karena programnya tidak ada: yang memerlukan ${missing.join(', ')}. · ` +
        `NOT TESTED, for want of the program: what needs ${missing.join(', ')}.`,
    );
  }
  return { passed: good && !(mustBeComplete && missing.length > 0), text: lines.join('\n') };
}
