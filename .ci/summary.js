import { readFileSync } from 'node:fs';

// A file that could not be loaded has no tests that could fail, so it counts as one failure itself.
const isBroken = (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');

let passed = 0;
let failed = 0;
for (const path of process.argv.slice(2)) {
  const result = JSON.parse(readFileSync(path, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.testResults.filter(isBroken).length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
