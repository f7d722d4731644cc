import { TransportError, type Transport } from 'sip.js/lib/core/index.js';
import { WebSocket } from 'ws';

/** One open SIP WebSocket: the only path to the bindings registered over it. */
export class SipConnection implements Transport {
  readonly protocol = 'WS';
  readonly #socket: WebSocket;

  constructor(
    socket: WebSocket,
    /** A running number for log lines. */
    readonly id: number,
    /** The login in the cookie of the upgrade. */
    readonly identity: string | undefined,
  ) {
    this.#socket = socket;
  }

  get open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Rejects with a `TransportError` if the socket is gone. */
  send(message: string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.open) return reject(new TransportError('WebSocket closed'));
      this.#socket.send(message, (error) => (error ? reject(new TransportError(error.message)) : resolve()));
    });
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** For responses that nobody awaits: if one is lost, the peer notices it. */
  sendAnswer(message: string): void {
    this.send(message).catch(() => undefined);
  }
}
