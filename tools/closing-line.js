// Prints one line, `N passed, N failed`, summed over the suites that `.ci/run` ran (test-results/unit.json, hosts.json,
// orders.json, browser.json, browser-several.json, docs.json, looks.json, faults.json, interop.json, firefox.json, consumer.json, cluster.json). Above it
// come the steps that were not begun (the arguments), the tests that were skipped, those that passed only when they were run again,
// and those that failed, each with the beginning of its message: a reader of the last lines sees what failed.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const results = join(resolve(import.meta.dirname, '..'), 'test-results');
const read = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'));

/** The steps of `.ci/run` that were not begun. */
const left = process.argv.slice(2);

const sum = { passed: 0, failed: 0 };
const missing = [];
const again = [];
const skipped = [];
const failed = [];

function add(name, count) {
  if (left.includes(name.replace('.json', ''))) return;
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

/** The first lines of what a failed test said, without colours. */
const messageOf = (text = '') =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 12)
    .map((line) => `\n    ${line.slice(0, 200)}`)
    .join('');

/** Notes the failed tests of a report of Jest or Vitest, and the files that could not be loaded. */
function noteFailed(testResults) {
  for (const { name, message, status, assertionResults } of testResults) {
    if (status === 'failed' && assertionResults.length === 0) failed.push(`${name}${messageOf(message)}`);
    for (const test of assertionResults)
      if (test.status === 'failed') failed.push(`${test.fullName}${messageOf(test.failureMessages?.[0])}`);
  }
}

const reasonOf = ({ annotations }) =>
  annotations.find(({ type, description }) => (type === 'skip' || type === 'fixme') && description)?.description ??
  'no reason given';

for (const name of ['unit.json', 'orders.json', 'cluster.json'])
  add(name, ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults }) => {
    for (const test of testResults.flatMap(({ assertionResults }) => assertionResults))
      if (test.status === 'passed' && test.invocations > 1) again.push(test.fullName);
    noteFailed(testResults);
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  });
// Vitest counts no suites that could not be loaded; such a suite has failed and has no tests.
add('hosts.json', ({ numPassedTests, numFailedTests, testResults }) => {
  noteFailed(testResults);
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
});
for (const name of [
  'browser.json',
  'browser-several.json',
  'docs.json',
  'looks.json',
  'faults.json',
  'interop.json',
  'firefox.json',
  'consumer.json',
]) {
  add(name, ({ stats, errors, suites }) => {
    for (const test of suites.flatMap(testsIn)) {
      // A second try can fail of what the first left behind, so each says why.
      const tries = test.results.map(({ errors }) => messageOf(errors[0]?.message)).filter((said) => said !== '');
      if (test.status === 'flaky') again.push(`${test.name}${tries.join('')}`);
      if (test.status === 'unexpected') failed.push(`${test.name}${tries.join('\n    then')}`);
      if (test.status === 'skipped') skipped.push(`${test.name}: ${reasonOf(test)}`);
    }
    for (const { message } of errors) failed.push(`${name}${messageOf(message)}`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
  });
}

for (const name of left) console.log(`not run, the time was over: ${name}`);
for (const line of missing) console.log(line);
for (const line of skipped) console.log(`skipped: ${line}`);
for (const title of again) console.log(`passed only at the second try: ${title}`);
for (const title of failed) console.log(`failed: ${title}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
