import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { SipConnection } from './connection';

/** Far above any SIP message with SDP (some 4 kB); a longer frame closes its socket with 1009. */
const MAX_FRAME_BYTES = 64 * 1024;

export interface GateListener {
  opened(connection: SipConnection): void;
  received(connection: SipConnection, frame: Buffer): void;
  closed(connection: SipConnection): void;
}

/** Takes SIP WebSockets (RFC 7118) from an HTTP server's `upgrade` event and drops those whose peer is gone. */
export class SipGate {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    handleProtocols: () => 'sip',
  });
  private readonly alive = new Set<WebSocket>();
  private readonly heartbeat: NodeJS.Timeout;
  private count = 0;

  constructor(
    private readonly listener: GateListener,
    private readonly log: Logger,
    heartbeatMs: number,
  ) {
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs);
    this.heartbeat.unref();
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, identity?: string): void {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!offered.includes('sip')) {
      this.log.warn({ identity, offered }, 'SIP WebSocket refused: subprotocol "sip" not offered');
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (webSocket) => this.accept(webSocket, identity));
  }

  close(): void {
    clearInterval(this.heartbeat);
    for (const socket of this.server.clients) socket.terminate();
    this.server.close();
  }

  private accept(socket: WebSocket, identity: string | undefined): void {
    const connection = new SipConnection(socket, ++this.count, identity);
    this.alive.add(socket);
    socket.on('pong', () => this.alive.add(socket));
    socket.on('message', (data: RawData) => {
      this.alive.add(socket);
      this.listener.received(connection, asBuffer(data));
    });
    // ws itself closes the socket afterwards: 1007 on bad UTF-8, 1009 on an oversized frame.
    socket.on('error', (error) =>
      this.log.warn({ connection: connection.id, identity, err: error }, 'SIP WebSocket fault'),
    );
    socket.on('close', () => this.listener.closed(connection));
    this.listener.opened(connection);
  }

  private beat(): void {
    for (const socket of this.server.clients) {
      if (!this.alive.delete(socket)) {
        socket.terminate();
        continue;
      }
      socket.ping();
    }
  }
}

function asBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
