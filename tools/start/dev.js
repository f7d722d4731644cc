import { install } from './install.js';
import { inRoot, ownNode } from './places.js';
import { isTaken } from './preflight.js';
import { StartError, endAll, run } from './run.js';
import { server } from './server.js';
import { tell } from './start.js';

/** The port of the server in `projects/demo-app/proxy.conf.json`. */
const serverPort = '4201';

/** Runs the training server behind `ng serve`; when one ends, so does the other. */
export async function dev() {
  const port = process.env['PORT'] ?? '4200';
  const ng = inRoot('node_modules', '@angular', 'cli', 'bin', 'ng.js');
  /** @type {(name: string) => (line: string) => void} */
  const under = (name) => (line) => console.log(`${name} │ ${line}`);
  const awaited = new Set(['server', 'app']);
  /** @param {string} name */
  const arrived = (name) => {
    if (awaited.delete(name) && awaited.size === 0) console.log(`ready http://localhost:${port}`);
  };
  try {
    for (const [wanted, why] of [
      [serverPort, 'the training server behind the demo app needs it (projects/demo-app/proxy.conf.json)'],
      [port, 'choose another one with PORT'],
    ]) {
      if (await isTaken(Number(wanted), '127.0.0.1')) {
        throw new StartError(`Port ${wanted} on 127.0.0.1 is in use; ${why}`);
      }
    }
    await install();
    const served = server({ ...process.env, PORT: serverPort, PUBLIC_URL: `http://localhost:${port}` }, (line) => {
      under('server')(line);
      if (line.startsWith('ready ')) arrived('server');
    });
    const built = run(ownNode, [ng, 'serve', 'demo-app', '--port', port], {
      env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
      line: (line) => {
        under('app   ')(line);
        // `ng serve` prints this once it listens.
        if (line.includes('Local:')) arrived('app');
      },
    });
    process.exitCode = await Promise.race([served, built]);
    endAll();
  } catch (error) {
    // As in `start`.
    tell(error);
  }
}
