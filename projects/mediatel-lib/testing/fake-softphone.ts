import { Injectable, inject, signal } from '@angular/core';
import {
  type AudioLevels,
  type CallEnder,
  Clock,
  type SipAccount,
  Softphone,
  type SoftphoneEvent,
} from 'mediatel-lib/ports';
import { Subject } from 'rxjs';

/** A phone worked by the test. It registers when started, and reports what it was told to do as the real one would. */
@Injectable()
export class FakeSoftphone extends Softphone {
  readonly #clock = inject(Clock, { optional: true });
  readonly #events = new Subject<SoftphoneEvent>();
  #call: { readonly callId: string; answered: boolean } | null = null;

  override readonly events = this.#events.asObservable();
  override readonly levels = signal<AudioLevels>({ microphone: 0, remote: 0 }).asReadonly();
  readonly started: SipAccount[] = [];
  /** Call-IDs hung up at SIP's level. */
  readonly hungUp: string[] = [];
  readonly answered: string[] = [];
  readonly digits: string[] = [];
  registrations = 0;
  microphonesReopened = 0;
  playbackUnlocked = 0;

  get #now(): number {
    return this.#clock?.monotonic() ?? 0;
  }

  override start(account: SipAccount): void {
    this.started.push(account);
    this.report({ type: 'microphoneChanged', microphone: { status: 'ready', label: 'fake microphone' } });
    this.report({ type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } });
  }

  override stop(): void {
    this.end('operator', 'stopped');
    this.report({ type: 'microphoneChanged', microphone: { status: 'off' } });
    this.report({ type: 'registrationChanged', registration: { status: 'off' } });
  }

  override registerNow(): void {
    this.registrations++;
  }

  override reopenMicrophone(): void {
    this.microphonesReopened++;
  }

  override answer(callId: string): void {
    if (this.#call?.callId !== callId || this.#call.answered) return;
    this.#call.answered = true;
    this.answered.push(callId);
    this.report({ type: 'answered', callId, at: this.#now });
    this.report({ type: 'microphoneOpened', callId, at: this.#now });
  }

  override hangUp(callId: string): void {
    if (this.#call?.callId !== callId) return;
    this.hungUp.push(callId);
    this.end('operator', 'Terminated');
  }

  override setMuted(callId: string, muted: boolean): void {
    if (this.#call?.callId === callId) this.report({ type: 'muteChanged', callId, muted });
  }

  override sendDigits(_callId: string, digits: string): void {
    this.digits.push(digits);
  }

  override unlockPlayback(): void {
    this.playbackUnlocked++;
  }

  /** An INVITE comes in. */
  invite(callId = 'call-1', callerNumber: string | null = null): void {
    this.#call = { callId, answered: false };
    this.report({ type: 'invited', callId, callerNumber, callerName: null, at: this.#now });
  }

  /** The call ends. */
  end(by: CallEnder = 'server', cause = 'Bye'): void {
    if (this.#call === null) return;
    const { callId, answered } = this.#call;
    this.#call = null;
    this.report({ type: 'ended', callId, by, answered, cause, at: this.#now });
  }

  report(event: SoftphoneEvent): void {
    this.#events.next(event);
  }
}
