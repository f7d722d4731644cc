import { isTransientState } from 'mediatel-lib/protocol';
import { io, type Socket } from 'socket.io-client';
import type { HandshakeSeen, Observations, SnapshotSeen, StepName } from './observations';
import { fieldsOf } from './raw-snapshot';

/** The documented path of the agent farm's Socket.IO. */
export const farmPath = '/mediatel/socket.io';

type Fields = Readonly<Record<string, unknown>>;

interface Wait {
  readonly fits: (snapshot: SnapshotSeen) => boolean;
  readonly resolve: (snapshot: SnapshotSeen | null) => void;
}

/** The probe's connection to the agent farm. It notes everything that comes. */
export class FarmLine {
  readonly #seen: Observations;
  readonly #now: () => number;
  readonly #waits = new Set<Wait>();
  #socket: Socket | null = null;
  #openedAt = 0;
  #step: StepName = 'connect';

  constructor(seen: Observations, now: () => number) {
    this.#seen = seen;
    this.#now = now;
  }

  get isOpen(): boolean {
    return this.#socket?.connected ?? false;
  }

  /** The latest snapshot that names a state which is no transient answer. */
  state(): string {
    const last = this.#seen.snapshots
      .map((snapshot) => fieldsOf(snapshot)['state'])
      .findLast((name) => typeof name === 'string' && !isTransientState(name));
    return typeof last === 'string' ? last : '';
  }

  /** Opens a connection as the documents say. Resolves with the first snapshot; `null` if none came. */
  async open(
    url: string,
    headers: Record<string, string>,
    limitMs: number,
    step: StepName,
  ): Promise<SnapshotSeen | null> {
    const socket = io(url, {
      path: farmPath,
      withCredentials: true,
      transports: ['websocket'],
      multiplex: false,
      reconnection: false,
      extraHeaders: headers,
    });
    this.#socket = socket;
    this.#step = step;
    this.#openedAt = this.#now();
    const { engine } = socket.io;
    engine.on('handshake', (data: object) => (this.#seen.handshake = handshakeOf(data)));
    engine.on('packet', ({ type }: { type: string }) => type === 'ping' && this.#seen.pings.push(this.#sinceOpened()));
    socket.onAny((event: string, ...args: unknown[]) => this.#receive(event, args));
    const ended = (): void => this.#giveUp();
    socket.on('connect', () => {
      if (this.#seen.handshake) this.#seen.handshake = { ...this.#seen.handshake, isAccepted: true };
    });
    socket.on('connect_error', ended);
    socket.on('disconnect', ended);
    return this.#request(step, () => true, limitMs);
  }

  /**
   * Sends a request, and waits for a snapshot that fits. `null`: none in time, or one that is a refusal came before.
   *
   * The step's answer is the snapshot that fits.
   */
  async request(
    step: StepName,
    data: object,
    fits: (fields: Fields) => boolean,
    limitMs: number,
    isRefusal: (fields: Fields) => boolean = () => false,
  ): Promise<SnapshotSeen | null> {
    this.#step = step;
    const isOver = (snapshot: SnapshotSeen): boolean => {
      const fields = fieldsOf(snapshot);
      return fits(fields) || isRefusal(fields);
    };
    const answer = this.#request(step, isOver, limitMs, (snapshot) => fits(fieldsOf(snapshot)));
    this.#socket?.emit('data', data);
    return answer;
  }

  /** Waits until the latest request has an answer of any kind: before it, `state()` is not to be relied on. */
  async settle(limitMs: number): Promise<void> {
    const last = this.#seen.steps.at(-1);
    const isAnswered = this.#seen.snapshots.some(
      ({ after, atMs }) => last !== undefined && after === last.step && atMs >= last.sentAtMs,
    );
    if (this.isOpen && last !== undefined && !isAnswered) await this.#wait(() => true, limitMs);
  }

  /** Waits for a snapshot that fits, beginning with those that came since `sinceMs`. */
  async until(fits: (fields: Fields) => boolean, limitMs: number, sinceMs = this.#now()): Promise<SnapshotSeen | null> {
    const known = this.#seen.snapshots.find((snapshot) => snapshot.atMs >= sinceMs && fits(fieldsOf(snapshot)));
    return known ?? this.#wait((snapshot) => fits(fieldsOf(snapshot)), limitMs);
  }

  close(): void {
    this.#watched();
    this.#socket?.disconnect();
    this.#socket = null;
    this.#giveUp();
  }

  async #request(
    step: StepName,
    isOver: Wait['fits'],
    limitMs: number,
    fits: Wait['fits'] = isOver,
  ): Promise<SnapshotSeen | null> {
    const sentAtMs = this.#now();
    const last = await this.#wait(isOver, limitMs);
    const answer = last && fits(last) ? last : null;
    this.#seen.steps.push({ step, sentAtMs, answer });
    return answer;
  }

  #wait(fits: Wait['fits'], limitMs: number): Promise<SnapshotSeen | null> {
    return new Promise((resolve) => {
      const wait: Wait = {
        fits,
        resolve: (snapshot) => {
          clearTimeout(timer);
          this.#waits.delete(wait);
          resolve(snapshot);
        },
      };
      const timer = setTimeout(() => wait.resolve(null), limitMs);
      this.#waits.add(wait);
    });
  }

  #receive(event: string, args: readonly unknown[]): void {
    const atMs = this.#now();
    if (event !== 'data') return void this.#seen.events.push({ atMs, event, args });
    const snapshot: SnapshotSeen = { atMs, after: this.#step, raw: args[0] };
    this.#seen.snapshots.push(snapshot);
    for (const wait of [...this.#waits]) if (wait.fits(snapshot)) wait.resolve(snapshot);
  }

  /** Ends all waits now, as if their time were over. */
  interrupt(): void {
    for (const wait of [...this.#waits]) wait.resolve(null);
  }

  #giveUp(): void {
    this.#watched();
    this.interrupt();
  }

  #sinceOpened = (): number => this.#now() - this.#openedAt;

  #watched(): void {
    if (this.isOpen) this.#seen.watchedMs = Math.max(this.#seen.watchedMs, this.#sinceOpened());
  }
}

function handshakeOf(data: object): HandshakeSeen {
  const { pingInterval, pingTimeout } = { pingInterval: undefined, pingTimeout: undefined, ...data };
  return { isAccepted: false, pingIntervalMs: pingInterval, pingTimeoutMs: pingTimeout };
}
