// The hub without the check of cookies (that is once a connection, not once a message). A client without a name is a
// supervisor. An argument names the folder of a page to serve.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { HubServer } from '../../projects/supervisor-hub/hub-server';
import { MemoryStore } from '../../projects/supervisor-hub/memory-store';
import { obey } from './obey';
import { pages } from './pages';

// As a large call centre has them: each operator is listed by name.
const members = Array.from({ length: 100 }, (_, team) => [
  `Team ${team}`,
  Array.from({ length: 100 }, (_, i) => `agent${100 * team + i}`),
]);
const hub = new HubServer({
  store: new MemoryStore(),
  teams: { teams: Object.fromEntries(members), supervisors: { chief: { teams: ['*'], numbers: true, requests: [] } } },
  log: pino({ level: 'warn' }, pino.destination(2)),
});
const folder = process.argv[2];
const http = createServer(folder === undefined ? undefined : pages(folder));
http.on('upgrade', (request, socket, head) => {
  const [username = '', userId = ''] = String(request.headers['x-user'] ?? 'chief:0').split(':');
  hub.handleUpgrade(request, socket, head, { username, userId, sessionId: '' });
});
http.listen(0, '127.0.0.1', () => {
  void hub
    .open()
    .then(() => obey({ port: (http.address() as AddressInfo).port, report: (load) => ({ of: 'server', ...load }) }));
});
