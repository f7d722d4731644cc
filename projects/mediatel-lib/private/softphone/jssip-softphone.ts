import { DestroyRef, inject, Injectable, NgZone, signal } from '@angular/core';
import { Subject } from 'rxjs';
import {
  MEDIATEL_CALL_NOTICE_TEXT,
  MediatelClock,
  MEDIATEL_CONFIG,
  noAudioDevices,
  noAudioFacts,
  MEDIATEL_SIP_TRACE,
  isCallStored,
  Softphone,
  type AudioLevels,
  type CallQuality,
  type PhoneCommand,
  type SipAccount,
  type SoftphoneEvent,
} from 'mediatel-lib/ports';
import { keptCallId } from './resume/call-keeper';
import { fetchPart } from './jssip/fetch-part';
import { loadJsSip } from './jssip/jssip-module';
import type { PhoneShell } from './phone-shell';
import type { SipPhone } from './sip-phone';
import { injectSipRetryPolicy } from './signalling/inject-sip-retry-policy';

const loadPhone = (): Promise<typeof SipPhone> =>
  fetchPart(
    () => import('./sip-phone'),
    (part) => part.SipPhone,
  );

/**
 * The operator's phone with JsSIP.
 *
 * A small shell in every host's first bundle. The phone itself is loaded at the first `start()`; commands before that
 * do nothing.
 */
@Injectable()
export class JsSipSoftphone extends Softphone {
  readonly #zone = inject(NgZone);
  readonly #emitted = new Subject<SoftphoneEvent>();
  readonly #shell: PhoneShell = {
    zone: this.#zone,
    clock: inject(MediatelClock),
    config: inject(MEDIATEL_CONFIG),
    policy: injectSipRetryPolicy(),
    noticeText: inject(MEDIATEL_CALL_NOTICE_TEXT),
    trace: inject(MEDIATEL_SIP_TRACE, { optional: true }) ?? (() => undefined),
    levels: signal<AudioLevels>(
      { microphone: 0, remote: 0 },
      { equal: (a, b) => a.microphone === b.microphone && a.remote === b.remote },
    ),
    devices: signal(noAudioDevices),
    quality: signal<CallQuality | null>(null),
    facts: signal(noAudioFacts),
    emitEvent: (event) => this.#emitEvent(event),
  };

  /** Everything that changes, as plain data. */
  override readonly events = this.#emitted.asObservable();
  /** Audio levels, for meters. */
  override readonly levels = this.#shell.levels.asReadonly();
  /** The audio devices and what they are used for. */
  override readonly devices = this.#shell.devices.asReadonly();
  /** Quality of the current call; `null` outside of calls and in a call's first second. */
  override readonly quality = this.#shell.quality.asReadonly();
  /** What the phone knows of its audio, for the readiness check. */
  override readonly audioFacts = this.#shell.facts.asReadonly();

  #phone: SipPhone | null = null;
  /** The account to start with once the phone is loaded. */
  #wanted: SipAccount | null = null;

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => {
      this.#wanted = null;
      this.#phone?.destroy();
      this.#emitted.complete();
    });
    // The customer waits. `start()` reports what can't be fetched.
    if (this.#shell.config.resumeCalls && isCallStored())
      this.#zone.runOutsideAngular(() => void Promise.allSettled([loadPhone(), loadJsSip()]));
  }

  /** Loads the phone, opens the microphone and registers. Failures are reported as events. */
  override start(account: SipAccount): void {
    // JsSIP's timers and sockets must not trigger change detection.
    this.#zone.runOutsideAngular(() => {
      if (this.#phone) this.#phone.start(account);
      else void this.#load(account);
    });
  }

  /** Ends calls, unregisters and releases the microphone. */
  override stop(): void {
    this.#wanted = null;
    this.#phone?.stop();
  }

  /** Releases everything at once and sends nothing. */
  override drop(): void {
    this.#wanted = null;
    this.#phone?.drop();
  }

  /** Id of the stored call that `start()` would go on with. */
  override keptCall(account: SipAccount): string | null {
    return this.#shell.config.resumeCalls ? keptCallId(account) : null;
  }

  /** Leaves the call to another tab, except its sound. */
  override handOver(): boolean {
    this.#wanted = null;
    return this.#phone?.handOver() ?? false;
  }

  /**
   * Executes a command: the call does, or the phone if it is to no call. A call that is over does nothing.
   *
   * Before the phone is loaded, `registerNow` retries to load it, and other commands do nothing.
   */
  override execute(command: PhoneCommand): void {
    const phone = this.#phone;
    if (phone === null) {
      if (command.type === 'registerNow' && this.#wanted) this.start(this.#wanted);
      return;
    }
    this.#zone.runOutsideAngular(() => {
      if (!('callId' in command)) phone.execute(command);
      else phone.executeInCall(command);
    });
  }

  async #load(account: SipAccount): Promise<void> {
    this.#wanted = account;
    // The chunk may be unreachable. `registerNow` tries again.
    try {
      const Phone = await loadPhone();
      // Meanwhile stopped, or started with another account.
      if (this.#wanted !== account) return;
      this.#wanted = null;
      this.#phone = new Phone(this.#shell);
      this.#phone.start(account);
    } catch (error) {
      if (this.#wanted !== account) return;
      const detail = error instanceof Error ? error.message : String(error);
      this.#emitEvent({
        type: 'registrationChanged',
        registration: { status: 'rejected', sipStatus: 0, detail, loaded: false },
      });
    }
  }

  #emitEvent(event: SoftphoneEvent): void {
    this.#zone.run(() => this.#emitted.next(event));
  }
}
