import { existsSync } from 'node:fs';
import { fingerprint, isStamped, leaveStamp } from './fingerprint.js';
import { inRoot, ownNode, root } from './places.js';
import { step } from './progress.js';
import { StartError, run } from './run.js';

const sources = ['projects/demo-app', 'projects/mediatel-lib', 'angular.json', 'tsconfig.json', 'package-lock.json'];
const stamp = inRoot('dist', 'demo-app.stamp');
const page = inRoot('dist', 'demo-app', 'browser', 'index.html');

/** Builds the demo app if its sources, or the library's, have changed. */
export async function build() {
  const app = step('Demo app');
  const print = fingerprint(root, sources);
  if (isStamped(stamp, print) && existsSync(page)) return app.skipped('up to date');

  /** @type {string[]} */
  const log = [];
  app.doing('building');
  const ng = inRoot('node_modules', '@angular', 'cli', 'bin', 'ng.js');
  const code = await run(ownNode, [ng, 'build', 'demo-app', '--configuration', 'production', '--progress=false'], {
    env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
    line: (line) => log.push(line),
  });
  if (code !== 0) {
    app.failed(`ng build ended with ${code}`);
    throw new StartError('The demo app could not be built.', log);
  }
  leaveStamp(stamp, print);
  app.done('built');
}
