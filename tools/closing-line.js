// Prints one line, `N passed, N failed`, summed over the suites that `.ci/run` ran (test-results/unit.json, browser.json, faults.json,
// interop.json, cluster.json).
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const results = join(resolve(import.meta.dirname, '..'), 'test-results');
const read = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'));

const sum = { passed: 0, failed: 0 };
const missing = [];

function add(name, count) {
  try {
    const { passed, failed } = count(read(name));
    sum.passed += passed;
    sum.failed += failed;
  } catch (error) {
    // A suite that left no result did not run to its end: that is a failure, not a nought.
    missing.push(`${name}: ${error.message}`);
    sum.failed += 1;
  }
}

for (const name of ['unit.json', 'cluster.json'])
  add(name, ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) => ({
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
  }));
for (const name of ['browser.json', 'faults.json', 'interop.json']) {
  add(name, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
  }));
}

for (const line of missing) console.log(line);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
