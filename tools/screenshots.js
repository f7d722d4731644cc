// `npm run screenshots`: installs and builds what is missing, starts the system on a free port, and takes the README's
// picture.
import { createServer } from 'node:net';
import { build } from './start/build.js';
import { install } from './start/install.js';
import { inRoot, ownNode } from './start/places.js';
import { StartError, run } from './start/run.js';

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

try {
  await install();
  // `APP_DIR` shows a demo app that was built elsewhere.
  if (process.env['APP_DIR'] === undefined) await build();
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const config = inRoot('e2e', 'screenshots.config.ts');
  const env = { ...process.env, E2E_PORT: String(await freePort()) };
  process.exitCode = await run(ownNode, [playwright, 'test', '--config', config, ...process.argv.slice(2)], { env });
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error([error.message, ...error.log.slice(-20)].join('\n'));
  process.exitCode = 1;
}
