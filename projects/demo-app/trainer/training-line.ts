import { randomId } from 'mediatel-lib/protocol';
import type { Socket } from 'socket.io-client';
import type { trainingNamespaces, trainingSocketPath } from '../../training-kit';

// Written again, and compared by the compiler: the kit’s door would bring the reader of scenarios into every page.
const path: typeof trainingSocketPath = '/training/socket.io';
const namespaces: typeof trainingNamespaces = { trainer: '/trainer', trainee: '/trainee' };

/** How long an answer is awaited (ms). */
const answerMs = 8_000;
/** Milliseconds. The server itself may have ended the connection; Socket.IO does not return from that. */
const returnMs = 3_000;

/** What a line reports. */
export interface TrainingLineEvents {
  connected(isConnected: boolean): void;
  /** A message of the server. */
  heard(event: string, data: unknown): void;
}

/** A Socket.IO connection to the training server, which returns by itself. It loads Socket.IO when it opens. */
export class TrainingLine {
  #socket: Socket | null = null;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #side: keyof typeof namespaces;
  readonly #events: TrainingLineEvents;
  /** Lets the server recognise this page after a short loss. */
  readonly #page = randomId();

  constructor(side: keyof typeof namespaces, events: TrainingLineEvents) {
    this.#side = side;
    this.#events = events;
    void this.#open().catch(() => this.#events.connected(false));
  }

  /** The server's answer to a request; `null` without a connection or an answer. Nothing is kept to be sent later. */
  async ask(event: string, wanted: object): Promise<unknown> {
    const socket = this.#socket;
    if (!socket?.connected) return null;
    return socket
      .timeout(answerMs)
      .emitWithAck(event, wanted)
      .catch(() => null);
  }

  /** Leaves. The server closes what this page has opened at once. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#socket?.disconnect();
  }

  async #open(): Promise<void> {
    const { io } = await import('socket.io-client');
    if (this.#isClosed) return;
    const socket = io(namespaces[this.#side], {
      path,
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      auth: { page: this.#page },
    });
    this.#socket = socket;
    const again = (): void => {
      clearTimeout(this.#timer);
      if (!this.#isClosed && !socket.active) this.#timer = setTimeout(() => socket.connect(), returnMs);
    };
    socket.on('connect', () => this.#events.connected(true));
    socket.on('disconnect', () => {
      // Requests that were not sent yet must not arrive late.
      socket.sendBuffer = [];
      this.#events.connected(false);
      again();
    });
    socket.on('connect_error', () => {
      this.#events.connected(false);
      again();
    });
    socket.onAny((event: string, data: unknown) => this.#events.heard(event, data));
  }
}
