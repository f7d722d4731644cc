import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { Bridge, type Direction } from './bridge';
import { type Disturbance, undisturbed } from './disturbance';

/**
 * The state of a line.
 *
 * ```
 *  open ──cut()──▶ cut: open connections end, new ones are reset
 *   ▲ │
 *   │ └─freeze()─▶ frozen: TCP stays open and accepts data, nothing passes, new connections get no answer
 *   └── restore() ── either
 * ```
 */
export type LineState = 'open' | 'cut' | 'frozen';

export interface PassedFrame {
  readonly direction: Direction;
  readonly text: string;
  /** `performance.now()` of the proxy. */
  readonly at: number;
}

/** One path of the proxy, and the faults that a test puts on it. */
export class Line {
  /** The frames passed to their receivers, oldest first. */
  readonly passed: PassedFrame[] = [];
  /** When a browser tried to connect (WebSocket or HTTP), successfully or not. */
  readonly tries: number[] = [];
  #state: LineState = 'open';
  readonly #bridges = new Set<Bridge>();
  readonly #waiting = new Set<() => void>();
  readonly #disturbances: Record<Direction, Disturbance> = { up: undisturbed, down: undisturbed };
  readonly #acceptor = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  readonly #upstream: () => string;

  constructor(upstream: () => string) {
    this.#upstream = upstream;
  }

  get state(): LineState {
    return this.#state;
  }

  get connections(): number {
    return this.#bridges.size;
  }

  cut(how: 'reset' | 'close' = 'reset'): void {
    this.#state = 'cut';
    for (const bridge of this.#bridges) bridge.cut(how);
    this.#release();
  }

  freeze(): void {
    this.#state = 'frozen';
    for (const bridge of this.#bridges) bridge.freeze();
  }

  /** Accepts connections again. What a frozen line had accepted arrives now. */
  restore(): void {
    this.#state = 'open';
    for (const bridge of this.#bridges) bridge.thaw();
    this.#release();
  }

  /** From now on everything passes through the disturbance; `undisturbed` ends it. */
  disturb(direction: Direction, disturbance: Disturbance): void {
    this.#disturbances[direction] = disturbance;
  }

  /** Sends a frame that no side sent, on every connection. */
  inject(direction: Direction, text: string): void {
    for (const bridge of this.#bridges) bridge.inject(direction, text);
  }

  /** The texts passed on in one direction. */
  texts(direction: Direction): readonly string[] {
    return this.passed.filter((frame) => frame.direction === direction).map(({ text }) => text);
  }

  /** Forgets everything so far. */
  forget(): void {
    this.passed.length = 0;
    this.tries.length = 0;
  }

  /** Resets everything. */
  reset(): void {
    this.disturb('up', undisturbed);
    this.disturb('down', undisturbed);
    this.cut();
    this.restore();
    this.forget();
  }

  /** Resolves with `true` once the line is open, so that an HTTP request may pass; with `false` if it is cut. */
  async admit(): Promise<boolean> {
    this.tries.push(performance.now());
    while (this.#state === 'frozen') await new Promise<void>((resolve) => this.#waiting.add(resolve));
    return this.#state === 'open';
  }

  async upgrade(request: IncomingMessage, tcp: Socket, head: Buffer): Promise<void> {
    if (!(await this.admit())) return tcp.resetAndDestroy() && undefined;
    // The client gave up while the line was frozen.
    if (tcp.destroyed) return;
    const { host, origin, cookie, 'user-agent': agent, 'sec-websocket-protocol': protocol } = request.headers;
    const headers = Object.fromEntries(
      Object.entries({ host, origin, cookie, 'user-agent': agent }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    const protocols = protocol?.split(',').map((name) => name.trim()) ?? [];
    const server = new WebSocket(`${this.#upstream()}${request.url}`, protocols, { headers, perMessageDeflate: false });
    server.pause();
    server.once('unexpected-response', (_, response) => {
      tcp.end(`HTTP/1.1 ${response.statusCode} ${response.statusMessage}\r\nConnection: close\r\n\r\n`);
      response.destroy();
    });
    server.once('error', () => tcp.destroy());
    server.once('open', () => {
      if (this.#state === 'cut' || tcp.destroyed) return server.terminate();
      this.#acceptor.handleUpgrade(request, tcp, head, (browser) => this.#join(browser, tcp, server));
    });
  }

  #join(browser: WebSocket, tcp: Socket, server: WebSocket): void {
    const bridge = new Bridge(browser, tcp, server, {
      disturbance: (direction) => this.#disturbances[direction],
      passed: (direction, text) => this.passed.push({ direction, text, at: performance.now() }),
      closed: () => this.#bridges.delete(bridge),
    });
    this.#bridges.add(bridge);
    if (this.#state === 'frozen') bridge.freeze();
    else server.resume();
  }

  #release(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
