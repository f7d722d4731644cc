import { TransportError, type Transport } from 'sip.js/lib/core/index.js';
import { WebSocket } from 'ws';

/** One open SIP WebSocket: the only path to whatever was registered over it. */
export class SipConnection implements Transport {
  readonly protocol = 'WS';

  constructor(
    private readonly socket: WebSocket,
    /** A running number for log lines. */
    readonly id: number,
    /** The login that the cookie of the upgrade names. */
    readonly identity: string | undefined,
  ) {}

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Rejects with a `TransportError` when the socket is gone. */
  send(message: string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.open) return reject(new TransportError('WebSocket closed'));
      this.socket.send(message, (error) => (error ? reject(new TransportError(error.message)) : resolve()));
    });
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** For answers nobody waits for: a lost one is the peer's to notice. */
  sendAnswer(message: string): void {
    this.send(message).catch(() => undefined);
  }
}
