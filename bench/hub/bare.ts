// What a developer would write in ten lines: each presence goes to every board at once, with the same bytes as the
// hub's record. With the argument `frames` it batches as the hub does.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { heartbeatInterval, hubNamespaces, hubPath, type Presence } from 'mediatel-lib/hub-protocol';
import { Server } from 'socket.io';
import { frameInterval } from '../../projects/supervisor-hub/hub-server';
import { obey } from './obey';

const http = createServer();
const io = new Server(http, {
  path: hubPath,
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  pingInterval: heartbeatInterval,
  pingTimeout: 8_000,
});
const boards = io.of(hubNamespaces.board);
let epoch = 0;
let pending: object[] = [];
setInterval(() => {
  if (pending.length === 0) return;
  boards.emit('frame', { at: Date.now(), changed: pending });
  pending = [];
}, frameInterval);
io.of(hubNamespaces.tab).on('connection', (socket) => {
  const [name, id] = String(socket.request.headers['x-user']).split(':');
  const tab = { epoch: (epoch += 1), seq: 0 };
  socket.on('presence', (presence: Presence) => {
    const at = Date.now();
    tab.seq += 1;
    const record = { id, name, team: 'Team 42', presence, receivedAt: at, confirmedAt: at, confidence: 'live', ...tab };
    if (process.argv[2] === 'frames') pending.push(record);
    else boards.emit('frame', { at, changed: [record] });
  });
  socket.on('heartbeat', () => undefined);
});
http.listen(0, '127.0.0.1', () =>
  obey({ port: (http.address() as AddressInfo).port, report: (load) => ({ of: 'server', ...load }) }),
);
