import type { ApplicationRef } from '@angular/core';
import type { Socket } from 'ngx-socket-io';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { socketPath } from './authorisation-probe';

/** Receives one socket's events. None comes after `drop()`. */
export interface AgentSocketListener {
  connected(): void;
  snapshot(data: unknown): void;
  agentUnavailable(): void;
  remoteConnect(data: unknown): void;
  /** The server closed the connection and wants no reconnect. */
  kicked(detail: string): void;
  /** The try failed, or the connection was lost. */
  lost(detail: string): void;
}

type SocketConstructor = new (config: { url: string; options: object }, appRef: ApplicationRef) => Socket;

/**
 * One try to connect, and the connection that results. It is never reused: packets that Socket.IO may have buffered
 * are dropped with it, so no command from an outage reaches the server later.
 */
export class AgentSocket {
  readonly #socket: Socket;
  #open = false;
  #dropped = false;
  readonly #listener: AgentSocketListener;

  constructor(
    Constructor: SocketConstructor,
    origin: string,
    connectTimeout: number,
    appRef: ApplicationRef,
    listener: AgentSocketListener,
  ) {
    this.#listener = listener;
    this.#socket = new Constructor(
      {
        url: origin,
        options: {
          path: socketPath,
          withCredentials: true,
          transports: ['websocket'],
          multiplex: false,
          // Our own retry has jitter, and pauses after a kick and after a 403.
          reconnection: false,
          timeout: connectTimeout,
        },
      },
      appRef,
    );
    // `fromEvent` leaks a listener if subscribed twice, and runs change detection at each event.
    this.#socket.on('connect', () => this.#unlessDropped(() => this.#opened()));
    this.#socket.on('connect_error', (error: Error) => this.#end(() => listener.lost(error.message)));
    this.#socket.on('disconnect', (reason: string) =>
      this.#end(() => (reason === 'io server disconnect' ? listener.kicked(reason) : listener.lost(reason))),
    );
    this.#socket.on('data', (data: unknown) => this.#unlessDropped(() => (this.#opened(), listener.snapshot(data))));
    this.#socket.on('agentUnavailable', () => this.#unlessDropped(() => (this.#opened(), listener.agentUnavailable())));
    this.#socket.on('remoteConnect', (data: unknown) =>
      this.#unlessDropped(() => (this.#opened(), listener.remoteConnect(data))),
    );
  }

  /** Sends a request. Returns whether it went to the network. */
  send(request: AgentRequest): boolean {
    if (this.#dropped || !this.#open || !this.#socket.connected) return false;
    this.#socket.emit('data', request);
    // After a sleep, `connected` is still true. But Socket.IO sees that the ping is overdue and buffers the packet.
    const buffer = this.#socket.ioSocket.sendBuffer;
    if (buffer.length === 0) return true;
    buffer.length = 0;
    return false;
  }

  drop(): void {
    if (this.#dropped) return;
    this.#dropped = true;
    this.#socket.removeAllListeners();
    this.#socket.disconnect();
    this.#socket.ioSocket.sendBuffer.length = 0;
  }

  /** Reports the connection. Events that came with the handshake are delivered before `connect`. */
  #opened(): void {
    if (this.#open) return;
    this.#open = true;
    this.#listener.connected();
  }

  #unlessDropped(tell: () => void): void {
    if (!this.#dropped) tell();
  }

  #end(tell: () => void): void {
    if (this.#dropped) return;
    this.drop();
    tell();
  }
}
