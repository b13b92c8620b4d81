import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds up vitest's JSON reports: `node .ci/summary.js FAILED_CHECKS FAILED_SUITES FOLDER`. */
const [failedChecks, failedSuites, folder] = process.argv.slice(2);

// A file that could not be loaded has no tests that could fail, so it counts as one failure itself.
const isBroken = (file) =>
  file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');

let passed = 0;
let failed = Number(failedChecks);
for (const name of readdirSync(folder)) {
  const result = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.testResults.filter(isBroken).length;
}
// A suite can fail though no test did: it crashed, or an error went unhandled.
if (failed === 0) failed = Number(failedSuites);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
