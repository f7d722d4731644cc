import type { Socket } from 'node:net';
import { WebSocket, type RawData } from 'ws';
import type { Disturbance } from './disturbance';

/** `up`: from the browser to the server. */
export type Direction = 'up' | 'down';

export interface BridgeListener {
  disturbance(direction: Direction): Disturbance;
  /** A text frame was passed to its receiver. */
  passed(direction: Direction, text: string): void;
  closed(): void;
}

/** Codes that may be sent in a close frame; others exist only in reports. */
const sendable = (code: number): boolean =>
  (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || code >= 3000;

/** One WebSocket of the browser, connected frame by frame to one of the server. */
export class Bridge {
  #frozen = false;
  #ended = false;
  readonly #browser: WebSocket;
  readonly #browserTcp: Socket;
  readonly #server: WebSocket;
  readonly #listener: BridgeListener;

  constructor(browser: WebSocket, browserTcp: Socket, server: WebSocket, listener: BridgeListener) {
    this.#browser = browser;
    this.#browserTcp = browserTcp;
    this.#server = server;
    this.#listener = listener;
    this.#join(browser, server, 'up');
    this.#join(server, browser, 'down');
  }

  /** TCP stays open and accepts data, but nothing passes: neither frames nor FIN. */
  freeze(): void {
    this.#frozen = true;
    this.#browser.pause();
    this.#server.pause();
  }

  /** What TCP accepted meanwhile arrives now, late. */
  thaw(): void {
    this.#frozen = false;
    this.#browser.resume();
    this.#server.resume();
  }

  /** Both sides lose the connection; `reset`: by RST, as when a router forgets it. */
  cut(how: 'reset' | 'close'): void {
    this.#ended = true;
    if (how === 'reset') this.#browserTcp.resetAndDestroy();
    else this.#browser.terminate();
    this.#server.terminate();
    this.#listener.closed();
  }

  /** Sends a frame that no side sent. */
  inject(direction: Direction, text: string): void {
    this.#hand(direction, direction === 'up' ? this.#server : this.#browser, text);
  }

  #join(from: WebSocket, to: WebSocket, direction: Direction): void {
    from.on('message', (data: RawData, isBinary: boolean) => {
      if (isBinary) return to.send(data);
      for (const { text, after } of this.#listener.disturbance(direction)(String(data))) {
        if (after === undefined) this.#hand(direction, to, text);
        else setTimeout(() => this.#hand(direction, to, text), after);
      }
    });
    from.on('close', (code, reason) => {
      if (this.#ended) return;
      this.#ended = true;
      if (sendable(code)) to.close(code, reason);
      else to.terminate();
      this.#listener.closed();
    });
    // `close` follows and reports it.
    from.on('error', () => undefined);
  }

  #hand(direction: Direction, to: WebSocket, text: string): void {
    if (this.#frozen || to.readyState !== WebSocket.OPEN) return;
    to.send(text);
    this.#listener.passed(direction, text);
  }
}
