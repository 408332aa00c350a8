import { existsSync, readFileSync } from 'node:fs';

/**
 * Adds up the tests of Vitest's and Playwright's JSON reports. A test that passed only when tried again counts as
 * failed: it would fail some other day.
 * @param {readonly string[]} paths reports that do not exist are left out: their step did not run
 */
export function countTests(paths) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const path of paths.filter((one) => existsSync(one))) {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    if (report.stats) {
      sum.passed += report.stats.expected;
      sum.failed += report.stats.unexpected + report.stats.flaky;
      sum.skipped += report.stats.skipped;
    } else {
      // A file that could not even be loaded has no test to count, and is a failure all the same.
      const unloaded = report.testResults.filter(
        (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
          file.status === 'failed' && file.assertionResults.length === 0,
      ).length;
      sum.passed += report.numPassedTests;
      sum.failed += report.numFailedTests + unloaded;
      sum.skipped += report.numPendingTests + (report.numTodoTests ?? 0);
    }
  }
  return sum;
}
