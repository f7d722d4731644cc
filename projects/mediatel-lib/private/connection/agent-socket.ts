import type { ApplicationRef } from '@angular/core';
import type { Socket } from 'ngx-socket-io';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { socketPath } from './authorisation-probe';

/** What one socket tells its owner; nothing after `drop()`. */
export interface AgentSocketListener {
  connected(): void;
  snapshot(data: unknown): void;
  agentUnavailable(): void;
  remoteConnect(data: unknown): void;
  /** The server ended the connection and wants no other. */
  kicked(detail: string): void;
  /** The try failed, or the connection was lost. */
  lost(detail: string): void;
}

type SocketConstructor = new (config: { url: string; options: object }, appRef: ApplicationRef) => Socket;

/**
 * One try at a connection, and the connection that comes of it. Never used twice: what Socket.IO may have buffered ends
 * with it, so no command of an outage can reach the server later.
 */
export class AgentSocket {
  private readonly socket: Socket;
  private open = false;
  private dropped = false;

  constructor(
    Constructor: SocketConstructor,
    origin: string,
    connectTimeout: number,
    appRef: ApplicationRef,
    private readonly listener: AgentSocketListener,
  ) {
    this.socket = new Constructor(
      {
        url: origin,
        options: {
          path: socketPath,
          withCredentials: true,
          transports: ['websocket'],
          multiplex: false,
          // Ours is jittered and stands still after a kick and a 403.
          reconnection: false,
          timeout: connectTimeout,
        },
      },
      appRef,
    );
    // `fromEvent` would leak a listener when subscribed to twice and tick the application at each event.
    this.socket.on('connect', () => this.told(() => this.opened()));
    this.socket.on('connect_error', (error: Error) => this.end(() => listener.lost(error.message)));
    this.socket.on('disconnect', (reason: string) =>
      this.end(() => (reason === 'io server disconnect' ? listener.kicked(reason) : listener.lost(reason))),
    );
    this.socket.on('data', (data: unknown) => this.told(() => (this.opened(), listener.snapshot(data))));
    this.socket.on('agentUnavailable', () => this.told(() => (this.opened(), listener.agentUnavailable())));
    this.socket.on('remoteConnect', (data: unknown) => this.told(() => (this.opened(), listener.remoteConnect(data))));
  }

  /** Whether the request was handed to the network. */
  send(request: AgentRequest): boolean {
    if (this.dropped || !this.open || !this.socket.connected) return false;
    this.socket.emit('data', request);
    // After a sleep `connected` is still true, but Socket.IO sees that the ping is overdue and buffers the packet.
    const buffer = this.socket.ioSocket.sendBuffer;
    if (buffer.length === 0) return true;
    buffer.length = 0;
    return false;
  }

  drop(): void {
    if (this.dropped) return;
    this.dropped = true;
    this.socket.removeAllListeners();
    this.socket.disconnect();
    this.socket.ioSocket.sendBuffer.length = 0;
  }

  /** Events that came with the handshake are delivered before `connect` is. */
  private opened(): void {
    if (this.open) return;
    this.open = true;
    this.listener.connected();
  }

  private told(tell: () => void): void {
    if (!this.dropped) tell();
  }

  private end(tell: () => void): void {
    if (this.dropped) return;
    this.drop();
    tell();
  }
}
