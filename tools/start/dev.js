import { install } from './install.js';
import { inRoot, ownNode } from './places.js';
import { endAll, run } from './run.js';
import { server } from './server.js';
import { tell } from './start.js';

/** Where `projects/demo-app/proxy.conf.json` looks for the server. */
const serverPort = '4201';

/** The training server behind `ng serve`; when one ends, so does the other. */
export async function dev() {
  const port = process.env['PORT'] ?? '4200';
  const ng = inRoot('node_modules', '@angular', 'cli', 'bin', 'ng.js');
  /** @type {(name: string) => (line: string) => void} */
  const under = (name) => (line) => console.log(`${name} │ ${line}`);
  try {
    await install();
    const served = server(
      { ...process.env, PORT: serverPort, PUBLIC_URL: `http://localhost:${port}` },
      under('server'),
    );
    const built = run(ownNode, [ng, 'serve', 'demo-app', '--port', port], {
      env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
      line: under('app   '),
    });
    process.exitCode = await Promise.race([served, built]);
    endAll();
  } catch (error) {
    // As in `start`.
    tell(error);
  }
}
