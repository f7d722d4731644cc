import { DOCUMENT, DestroyRef, Injectable, NgZone, effect, inject, untracked } from '@angular/core';
import {
  type AgentConnection,
  MediatelClock,
  type ConnectionState,
  FlightRecorder,
  type MediatelAccount,
  type PhoneCommand,
  type SipAccount,
  type SipTrace,
  type Softphone,
} from 'mediatel-lib/ports';
import type { AgentRequest, UnreadField } from 'mediatel-lib/protocol';
import type { FlightEntry, FlightFact } from './flight-entry';
import { FLIGHT_OPTIONS } from './flight-options';
import type { FlightTape } from './flight-tape';
import { observedPort } from './observed-port';
import { watchPage } from './page-watch';
import type { Redaction } from './redact';
import { sipLines } from './sip-lines';

/** Shortest time between two entries of the call's quality (ms). */
const qualityEvery = 5000;
/** How long raw entries are buffered before they are redacted and written, off the hot path (ms). */
const settleAfter = 5000;
/** Most entries in the buffer, if the tape can't be loaded. */
const mostWaiting = 5000;

/** Records what the ports do. A call of a port only adds an entry to a list; the tape, a lazy chunk, does the rest. */
@Injectable()
export class FlightLog extends FlightRecorder {
  readonly #clock = inject(MediatelClock);
  readonly #zone = inject(NgZone);
  readonly #document = inject(DOCUMENT);
  readonly #options = inject(FLIGHT_OPTIONS);
  readonly #secrets = new Set<string>();
  readonly #rules: Redaction = { secrets: this.#secrets, maskNumbers: this.#options.maskNumbers };
  #waiting: FlightEntry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tape: Promise<FlightTape> | null = null;
  #operator: { readonly user: string; readonly extension: string } | null = null;
  #connection: ConnectionState | null = null;
  #qualityAt = -Infinity;

  constructor() {
    super();
    const stop = watchPage(this.#document, (event) => this.recordFact({ type: 'page', event }));
    inject(DestroyRef).onDestroy(() => {
      stop();
      clearTimeout(this.#timer);
    });
  }

  /** Records the lines that identify a SIP message. */
  readonly trace: SipTrace = (direction, message) => {
    const lines = sipLines(message);
    if (lines.length > 0) this.recordFact({ type: 'sip', direction, lines });
  };

  /** Records a fact. It is not copied, since ports never change their values afterwards. */
  recordFact(fact: FlightFact): void {
    this.#waiting.push({ ...fact, at: this.#clock.monotonic() });
    if (this.#waiting.length > mostWaiting) this.#waiting = this.#waiting.slice(mostWaiting / 5);
    if (this.#timer !== undefined) return;
    this.#zone.runOutsideAngular(() => {
      this.#timer = setTimeout(() => void this.#settle().catch(() => undefined), settleAfter);
    });
  }

  override noteUnread({ path, reason }: UnreadField): void {
    this.recordFact({ type: 'unread', path, reason });
  }

  /** Records the connection. Needs an injection context. */
  watchConnection(port: AgentConnection): AgentConnection {
    const follow = (): void => {
      const state = port.state();
      if (state === this.#connection) return;
      this.#connection = state;
      this.recordFact({ type: 'connection', state });
    };
    effect(() => (port.state(), untracked(follow)));
    const messages = port.messages.subscribe((message) => {
      // The effect runs late, but no message may precede the connection that it came by.
      follow();
      this.recordFact({ type: 'message', message });
    });
    inject(DestroyRef).onDestroy(() => messages.unsubscribe());
    return observedPort(port, (method, args, result) => {
      if (method === 'open') this.#opened(args[0] as MediatelAccount);
      if (method === 'close') this.recordFact({ type: 'closed' });
      if (method === 'send') this.#sent(args[0] as AgentRequest, (result as { readonly sent: boolean }).sent);
    });
  }

  /** Records the phone. Needs an injection context. */
  watchPhone(port: Softphone): Softphone {
    const events = port.events.subscribe((event) => this.recordFact({ type: 'phone', event }));
    inject(DestroyRef).onDestroy(() => events.unsubscribe());
    effect(() => {
      const facts = port.audioFacts();
      untracked(() => this.recordFact({ type: 'audio', facts }));
    });
    effect(() => {
      const quality = port.quality();
      const now = this.#clock.monotonic();
      if (quality !== null && now - this.#qualityAt < qualityEvery) return;
      this.#qualityAt = quality === null ? -Infinity : now;
      untracked(() => this.recordFact({ type: 'quality', quality }));
    });
    return observedPort(port, (method, args) => {
      if (method === 'start') this.#keepSecret((args[0] as SipAccount).password);
      this.recordFact({ type: 'asked', does: method === 'execute' ? (args[0] as PhoneCommand).type : method });
    });
  }

  override async text(): Promise<string> {
    const tape = await this.#settle();
    const head = {
      browser: navigator.userAgent,
      operator: this.#operator,
      savedAt: { wall: Date.now(), monotonic: this.#clock.monotonic() },
    };
    return tape.write(head, this.#rules);
  }

  override async save(): Promise<void> {
    const text = await this.text();
    const { downloadFlight } = await import('./download-flight');
    downloadFlight(this.#document, text, this.#operator?.user ?? 'nobody');
  }

  #opened({ user, extension, password }: MediatelAccount): void {
    this.#keepSecret(password);
    this.#operator = { user, extension };
    this.recordFact({ type: 'opened', user, extension });
  }

  #sent(request: AgentRequest, sent: boolean): void {
    this.recordFact({ type: 'request', request: request.type === 'login' ? { type: 'login' } : request, sent });
  }

  #keepSecret(secret: string): void {
    if (secret !== '') this.#secrets.add(secret);
  }

  async #settle(): Promise<FlightTape> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // If the chunk can't be loaded, the next call tries again.
    this.#tape ??= this.#load().catch((error: unknown) => {
      this.#tape = null;
      throw error;
    });
    const tape = await this.#tape;
    const entries = this.#waiting;
    this.#waiting = [];
    for (const entry of entries) tape.add(entry, this.#rules);
    return tape;
  }

  async #load(): Promise<FlightTape> {
    const { FlightTape } = await import('./flight-tape');
    const { minutes, megabytes } = this.#options;
    return new FlightTape({ milliseconds: minutes * 60_000, characters: megabytes * 1_000_000 });
  }
}
