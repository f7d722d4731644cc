// `npm test`: installs and builds what is missing, then runs the unit tests (Jest) and the browser tests (Playwright),
// both to their end. `node tools/test.js unit` or `browser` runs one of them; the other suites are separate. `--full` runs what a CI
// run leaves out. Further arguments go to the runner. Plain JavaScript: nothing may be installed yet.
import { mkdirSync } from 'node:fs';
import { build } from './start/build.js';
import { install } from './start/install.js';
import { inRoot, ownNode } from './start/places.js';
import { StartError, run } from './start/run.js';

const results = inRoot('test-results');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const suites = {
  // `--full`: all the generated input instead of a tenth.
  unit: async (args) => {
    const code = await run(
      ownNode,
      [
        ...flags,
        inRoot('node_modules/jest/bin/jest.js'),
        '--json',
        '--outputFile',
        `${results}/unit.json`,
        ...args.filter((arg) => arg !== '--full'),
      ],
      { env: { ...process.env, ...(args.includes('--full') ? { FULL: '1' } : {}) } },
    );
    if (args.some((arg) => arg !== '--full')) return code;
    const hosts = await suites.hosts([]);
    return code === 0 ? hosts : code;
  },
  // The tests of the guide docs/guides/testing-a-host.md in Vitest, as a new Angular project runs them. Jest runs them too.
  hosts: (args) =>
    run(ownNode, [inRoot('node_modules/@angular/cli/bin/ng.js'), 'test', 'host-tests', '--watch=false', ...args]),
  // `--full`: also what is marked so in e2e/everyday.ts. So does a run of chosen tests.
  browser: async (args) => {
    await build();
    const chosen = [...args, '--pass-with-no-tests'];
    const one = await playwright('e2e', chosen);
    const several = await playwright('e2e', chosen, { E2E_PART: 'several' });
    return one || several;
  },
  // `--full`: the whole table of docs/reliability.md, with the ten-minute cuts.
  faults: async (args) => {
    await build();
    return playwright('e2e/faults/faults.config.ts', args);
  },
  // `--full`: every order that differs in two steps, and 100,000 random ones. `--plant NAME`: puts a known defect back.
  orders: (args) => {
    const plant = args.includes('--plant') ? args[args.indexOf('--plant') + 1] : '';
    return jest('orders/orders.jest.js', 'orders', args, { PLANT: plant ?? '' });
  },
  interop: (args) => playwright('e2e/interop/interop.config.ts', args),
  firefox: async (args) => {
    await build();
    return playwright('e2e/firefox/firefox.config.ts', args);
  },
  // Hosts that the Angular CLI makes, with the packed library. Packages come from the registry.
  consumer: (args) => playwright('e2e/consumer/consumer.config.ts', args),
  // Builds the documentation site first.
  docs: async (args) => {
    const code = await run(ownNode, [inRoot('tools/docs/main.js')]);
    return code === 0 ? playwright('e2e/docs/docs.config.ts', args) : code;
  },
  // Pictures of every view, compared with docs/images. Builds the gallery first.
  looks: async (args) => {
    const gallery = ['build', 'gallery', '--output-path', inRoot('.cache/looks'), '--base-href', '/'];
    const code = await run(ownNode, [inRoot('node_modules/@angular/cli/bin/ng.js'), ...gallery]);
    return code === 0 ? playwright('e2e/looks/looks.config.ts', args) : code;
  },
  // Starts Redis and hub nodes of its own.
  cluster: (args) => jest('projects/supervisor-hub/cluster.jest.js', 'cluster', args),
};

/** What `npm test` runs without a name. */
const everyday = ['unit', 'browser'];

function jest(config, name, args, env = {}) {
  const own = args.filter((arg, at) => arg !== '--full' && arg !== '--plant' && args[at - 1] !== '--plant');
  const output = ['--json', '--outputFile', `${results}/${name}.json`];
  const full = args.includes('--full') ? { FULL: '1' } : {};
  return run(
    ownNode,
    [...flags, inRoot('node_modules/jest/bin/jest.js'), '--config', inRoot(config), ...output, ...own],
    {
      env: { ...process.env, ...full, ...env },
    },
  );
}

function playwright(config, args, env = {}) {
  const own = args.filter((arg) => arg !== '--full');
  const full = own.length < args.length ? { FULL: '1' } : {};
  const chosen = own.some((arg) => arg !== '--pass-with-no-tests') ? { CHOSEN: '1' } : {};
  return run(ownNode, [inRoot('node_modules/@playwright/test/cli.js'), 'test', '--config', inRoot(config), ...own], {
    env: { ...process.env, ...env, ...full, ...chosen },
  });
}

async function main([first, ...others]) {
  const [name, args] = first?.startsWith('-') ? [undefined, [first, ...others]] : [first, others];
  if (name !== undefined && !(name in suites))
    throw new StartError(`There is no suite “${name}”: ${Object.keys(suites).join(', ')}`);
  await install();
  mkdirSync(results, { recursive: true });
  let failed = 0;
  for (const suite of name === undefined ? everyday : [name]) {
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
