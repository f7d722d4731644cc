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
  storedPlaces,
  storedText,
} from 'mediatel-lib/ports';
import { type AgentRequest, type UnreadField, randomId } from 'mediatel-lib/protocol';
import type { FlightEntry, FlightFact, PageEvent } from './flight-entry';
import { FLIGHT_OPTIONS } from './flight-options';
import type { FlightRecording } from './flight-recording';
import { observedPort } from './observed-port';
import { watchPage } from './page-watch';
import type { Redaction } from './redact';
import { sipLines } from './sip-lines';

/** Shortest time between two entries of the call's quality (ms). */
const qualityEvery = 5000;
/** How long raw entries are buffered before they are redacted and written, off the hot path (ms). */
const settleAfter = 1000;
/** How long that waits for a moment in which the page has nothing else to do (ms). */
const idleWithin = 500;
/** A hidden page's timers may wait for a minute. Entries that are older than this do not (ms). */
const longestWait = 2000;
/** Most entries in the buffer, if the recording's code can't be loaded. */
const mostWaiting = 5000;
/** Afterwards the page may be gone. */
const lastChances: ReadonlySet<PageEvent> = new Set(['hidden', 'pagehide', 'freeze']);

const tabId = storedText(storedPlaces.flightTab);
const customersForgotten = storedText(storedPlaces.customersForgotten);

/** Records what the ports do. A call of a port only adds an entry to a list; a lazy chunk does the rest. */
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
  #recording: Promise<FlightRecording> | null = null;
  #operator: { readonly user: string; readonly extension: string } | null = null;
  #connection: ConnectionState | null = null;
  #qualityAt = -Infinity;

  constructor() {
    super();
    const stop = watchPage(this.#document, (event) => {
      this.recordFact({ type: 'page', event });
      if (lastChances.has(event)) this.#settleSoon();
    });
    // A server renders pages, but nobody works there.
    if (this.#document.defaultView) this.recordFact({ type: 'page', event: 'loaded' });
    // The operator signed out in another tab, or another operator signed in there.
    customersForgotten.watch((isRemoved) => {
      if (!isRemoved) this.#beginAgain();
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.#operator = null;
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
    const at = this.#clock.monotonic();
    this.#waiting.push({ ...fact, at });
    if (this.#waiting.length > mostWaiting) this.#waiting = this.#waiting.slice(mostWaiting / 5);
    if (this.#timer === undefined) {
      this.#zone.runOutsideAngular(() => {
        this.#timer = setTimeout(() => whenIdle(() => this.#settleSoon()), settleAfter);
      });
    } else if (at - (this.#waiting[0]?.at ?? at) > longestWait) this.#settleSoon();
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
      // A question changes nothing.
      if (method === 'keptCall') return;
      if (method === 'start') this.#keepSecret((args[0] as SipAccount).password);
      this.recordFact({ type: 'asked', does: method === 'execute' ? (args[0] as PhoneCommand).type : method });
    });
  }

  override async text(): Promise<string> {
    const recording = await this.#settle();
    const head = {
      browser: navigator.userAgent,
      operator: this.#operator,
      savedAt: { wall: Date.now(), monotonic: this.#clock.monotonic() },
    };
    return recording.write(head, this.#rules);
  }

  override async save(): Promise<void> {
    const text = await this.text();
    const { downloadFlight } = await import('./download-flight');
    downloadFlight(this.#document, text, this.#operator?.user ?? 'nobody');
  }

  override forget(): void {
    this.#waiting = [];
    this.#operator = null;
    void this.#loaded()
      .then((recording) => recording.forget())
      .catch(() => undefined);
  }

  /** Forgets what was before. If the operator stays signed in here after all, the recording goes on. */
  #beginAgain(): void {
    const operator = this.#operator;
    if (operator === null) return;
    this.forget();
    this.#operator = operator;
    this.recordFact({ type: 'opened', ...operator });
    if (this.#connection !== null) this.recordFact({ type: 'connection', state: this.#connection });
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

  #settleSoon(): void {
    void this.#settle().catch(() => undefined);
  }

  /** Redacts the buffered entries and writes them. */
  #settle(): Promise<FlightRecording> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // The storage's events would else make the page render.
    return this.#zone.runOutsideAngular(async () => {
      const recording = await this.#loaded();
      const entries = this.#waiting;
      this.#waiting = [];
      recording.add(entries, this.#rules);
      return recording;
    });
  }

  #loaded(): Promise<FlightRecording> {
    // If the chunk can't be loaded, the next call tries again.
    this.#recording ??= this.#zone.runOutsideAngular(() =>
      this.#load().catch((error: unknown) => {
        this.#recording = null;
        throw error;
      }),
    );
    return this.#recording;
  }

  async #load(): Promise<FlightRecording> {
    const { openRecording } = await import('./open-recording');
    const tab = tabId.read(null) ?? randomId();
    tabId.write(tab);
    return openRecording(this.#options, tab, () => Date.now() - this.#clock.monotonic());
  }
}

/** Calls back when the page has nothing else to do. Safari can't say when. */
function whenIdle(callback: () => void): void {
  if (typeof requestIdleCallback === 'undefined') callback();
  else requestIdleCallback(callback, { timeout: idleWithin });
}
