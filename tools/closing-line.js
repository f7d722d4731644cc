// Prints one line, `N passed, N failed`, summed over the suites that `.ci/run` ran (test-results/unit.json, hosts.json,
// orders.json, browser.json, docs.json, faults.json, interop.json, firefox.json, consumer.json, cluster.json). Above it
// come the tests that passed only when they were run again, and those that were skipped.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const results = join(resolve(import.meta.dirname, '..'), 'test-results');
const read = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'));

const sum = { passed: 0, failed: 0 };
const missing = [];
const again = [];
const skipped = [];

function add(name, count) {
  try {
    const { passed, failed } = count(read(name));
    sum.passed += passed;
    sum.failed += failed;
  } catch (error) {
    // A suite without a result did not run to its end: that is a failure, not zero tests.
    missing.push(`${name}: ${error.message}`);
    sum.failed += 1;
  }
}

/** The tests below a suite of Playwright's report, each with its full title. */
function testsIn({ specs, suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) => tests.map((test) => ({ ...test, name: `${file} › ${title}` })));
  return [...own, ...suites.flatMap(testsIn)];
}

const reasonOf = ({ annotations }) =>
  annotations.find(({ type, description }) => type === 'skip' && description)?.description ?? 'no reason given';

for (const name of ['unit.json', 'orders.json', 'cluster.json'])
  add(name, ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults }) => {
    for (const test of testResults.flatMap(({ assertionResults }) => assertionResults))
      if (test.status === 'passed' && test.invocations > 1) again.push(test.fullName);
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  });
// Vitest counts no suites that could not be loaded; such a suite has failed and has no tests.
add('hosts.json', ({ numPassedTests, numFailedTests, testResults }) => ({
  passed: numPassedTests,
  failed:
    numFailedTests +
    testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length,
}));
for (const name of ['browser.json', 'docs.json', 'faults.json', 'interop.json', 'firefox.json', 'consumer.json']) {
  add(name, ({ stats, errors, suites }) => {
    for (const test of suites.flatMap(testsIn)) {
      if (test.status === 'flaky') again.push(test.name);
      if (test.status === 'skipped') skipped.push(`${test.name}: ${reasonOf(test)}`);
    }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
  });
}

for (const line of missing) console.log(line);
for (const line of skipped) console.log(`skipped: ${line}`);
for (const title of again) console.log(`passed only at the second try: ${title}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
