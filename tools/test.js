// `npm test`: installs and builds what is missing, then runs the unit tests (Jest) and the browser tests (Playwright), both to
// their end. `node tools/test.js unit` or `browser` runs one; further arguments go to the runner. Plain JavaScript: nothing may be installed yet.
import { mkdirSync } from 'node:fs';
import { build } from './start/build.js';
import { install } from './start/install.js';
import { inRoot, ownNode } from './start/places.js';
import { StartError, run } from './start/run.js';

const results = inRoot('test-results');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const suites = {
  unit: (args) =>
    run(ownNode, [
      ...flags,
      inRoot('node_modules/jest/bin/jest.js'),
      '--json',
      '--outputFile',
      `${results}/unit.json`,
      ...args,
    ]),
  browser: async (args) => {
    await build();
    return run(ownNode, [inRoot('node_modules/@playwright/test/cli.js'), 'test', '--config', inRoot('e2e'), ...args]);
  },
};

async function main([name, ...args]) {
  if (name !== undefined && !(name in suites)) throw new StartError(`There is no suite “${name}”: unit, browser`);
  await install();
  mkdirSync(results, { recursive: true });
  let failed = 0;
  for (const suite of name === undefined ? Object.keys(suites) : [name]) {
    if ((await suites[suite](args)) !== 0) failed++;
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error([error.message, ...error.log.slice(-20)].join('\n'));
  process.exitCode = 1;
}
