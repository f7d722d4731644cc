import { type WritableSignal, signal } from '@angular/core';
import type { MediatelClock, ConnectionMessage, ConnectionState, SoftphoneEvent } from 'mediatel-lib/ports';
import type { Subject } from 'rxjs';
import type { PhoneFacts, PhonePicture, TabMessage } from '../channel/tab-message';
import { MessageRow } from './message-row';
import { remember, standingCall } from './phone-memory';
import { isSameButTime, rebaseEvent, rebaseMessage, rebaseState } from './rebase-times';
import { saysTakenOver } from './says-taken-over';

/** Where messages and events are shown, whichever tab they come from. */
interface Outlets {
  readonly messages: Subject<ConnectionMessage>;
  readonly events: Subject<SoftphoneEvent>;
}

/** What this tab shows of connection and phone. If another tab leads, it mirrors that tab. */
export class PhoneMirror {
  readonly connection = signal<ConnectionState>({ status: 'closed' });
  readonly facts: WritableSignal<PhoneFacts>;
  readonly #row = new MessageRow();
  #past: readonly SoftphoneEvent[] = [];
  readonly #outlets: Outlets;
  readonly #clock: Pick<MediatelClock, 'monotonic'>;

  constructor(outlets: Outlets, clock: Pick<MediatelClock, 'monotonic'>, facts: PhoneFacts) {
    this.#outlets = outlets;
    this.#clock = clock;
    this.facts = signal(facts);
  }

  /** The last message of each type. */
  get messages(): readonly ConnectionMessage[] {
    return this.#row.latest;
  }

  /** The events that tell a later tab the phone's present state. */
  get events(): readonly SoftphoneEvent[] {
    return this.#past;
  }

  get isCallAnswered(): boolean {
    return standingCall(this.#past)?.answered ?? false;
  }

  /** Whether the phone does not try to register. */
  get isPhoneOff(): boolean {
    return this.#past.some((event) => event.type === 'registrationChanged' && event.registration.status === 'off');
  }

  /** Whether the operator signed in elsewhere. */
  get isElsewhere(): boolean {
    return this.connection().status === 'kicked' || saysTakenOver(this.#row.latest);
  }

  /** Shows a message of the connection. Returns it with this tab's own connection number. */
  showMessage(message: ConnectionMessage, from: string): ConnectionMessage {
    const numbered = this.#row.add(message, from);
    this.#outlets.messages.next(numbered);
    return numbered;
  }

  /** Keeps an event for later tabs, without showing it. */
  remember(event: SoftphoneEvent): void {
    this.#past = remember(this.#past, event);
  }

  /** Shows the leader's state. `shift`: milliseconds to add to its times. */
  show({ connection, messages, events, facts }: PhonePicture, from: string, shift: number): void {
    this.#row.restart();
    this.connection.set(rebaseState(connection, shift));
    this.facts.set(facts);
    for (const message of messages) this.showMessage(rebaseMessage(message, shift), from);
    const call = standingCall(this.#past);
    if (call && standingCall(events)?.callId !== call.callId) this.#endCall('the phone has moved');
    for (const event of events) {
      if (!this.#past.some((known) => isSameButTime(known, event))) this.#showEvent(rebaseEvent(event, shift));
    }
  }

  /** Shows the leader's message after its picture. */
  follow(message: TabMessage, from: string, shift: number): void {
    if (message.type === 'connection') this.connection.set(rebaseState(message.state, shift));
    if (message.type === 'message') this.showMessage(rebaseMessage(message.message, shift), from);
    if (message.type === 'event') this.#showEvent(rebaseEvent(message.event, shift));
    if (message.type === 'facts') this.facts.set(message.facts);
  }

  /** This tab shows its own ports from now on. */
  restart(): void {
    this.#row.restart();
    this.#endCall('the tab that was the phone is gone');
    this.#past = [];
  }

  #showEvent(event: SoftphoneEvent): void {
    this.remember(event);
    this.#outlets.events.next(event);
  }

  #endCall(cause: string): void {
    const call = standingCall(this.#past);
    if (call) this.#showEvent({ type: 'ended', ...call, by: 'failure', cause, at: this.#clock.monotonic() });
  }
}
