import type { MediatelClock } from 'mediatel-lib/ports';
import { randomId } from 'mediatel-lib/protocol';
import { type Envelope, type TabMessage, readEnvelope, tabVersion } from './tab-message';

/** The channel between the operator's tabs: a BroadcastChannel, with sender and time in each message. */
export class TabChannel {
  readonly #id = randomId();
  #channel: BroadcastChannel | null = null;
  readonly #name: string;
  readonly #clock: MediatelClock;
  readonly #term: () => number | null;
  readonly #received: (envelope: Envelope) => void;

  constructor(name: string, clock: MediatelClock, term: () => number | null, received: (envelope: Envelope) => void) {
    this.#name = name;
    this.#clock = clock;
    this.#term = term;
    this.#received = received;
  }

  get id(): string {
    return this.#id;
  }

  open(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const envelope = readEnvelope(data);
      if (envelope && envelope.from !== this.#id) this.#received(envelope);
    });
  }

  /** Closes the channel. An open one excludes the page from the browser's back/forward cache. */
  close(): void {
    this.#channel?.close();
    this.#channel = null;
  }

  post(body: TabMessage): void {
    const envelope: Envelope = {
      mediatel: tabVersion,
      from: this.#id,
      term: this.#term(),
      sentAt: Date.now(),
      now: this.#clock.monotonic(),
      body,
    };
    this.#channel?.postMessage(envelope);
  }

  /** Milliseconds since the message was sent. */
  ageOf({ sentAt }: Envelope): number {
    return Math.max(0, Date.now() - sentAt);
  }

  /** Milliseconds to add to the sender's monotonic times. */
  shiftOf(envelope: Envelope): number {
    return this.#clock.monotonic() - this.ageOf(envelope) - envelope.now;
  }
}
