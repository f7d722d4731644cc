import { type WritableSignal, signal } from '@angular/core';
import type {
  CallMediaFlow,
  ConnectionMessage,
  ConnectionState,
  MediaFlowState,
  MediatelClock,
  SoftphoneEvent,
} from 'mediatel-lib/ports';
import type { Subject } from 'rxjs';
import type { PhoneFacts, PhonePicture, TabMessage } from '../channel/tab-message';
import { MessageRow } from './message-row';
import { AwaitedCall } from './awaited-call';
import { callOf, remember, standingCall } from './phone-memory';
import { isSameButTime, rebaseEvent, rebaseMessage, rebaseState } from './rebase-times';
import { saysTakenOver } from './says-taken-over';

/** Where messages and events are shown, whichever tab they come from. */
interface Outlets {
  readonly messages: Subject<ConnectionMessage>;
  readonly events: Subject<SoftphoneEvent>;
}

const proving: MediaFlowState = { audibility: 'proving', reason: null };
const unproved: CallMediaFlow = { outgoing: proving, incoming: proving, received: null };

/** What this tab shows of connection and phone. If another tab leads, it mirrors that tab. */
export class PhoneMirror {
  readonly connection = signal<ConnectionState>({ status: 'closed' });
  readonly facts: WritableSignal<PhoneFacts>;
  readonly #row = new MessageRow();
  readonly #awaited = new AwaitedCall();
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

  /** Id of the answered call; `null` if there is none. */
  get answeredCall(): string | null {
    const call = standingCall(this.#past);
    return call?.answered ? call.callId : null;
  }

  /** Shows an event of this tab's own phone. `told` gets all that the other tabs must show too. */
  ownEvent(event: SoftphoneEvent, told: (event: SoftphoneEvent) => void): void {
    if (this.#awaited.isLostBy(event)) this.#endCall('the call can’t be resumed', told);
    this.#showEvent(event, told);
  }

  /** The phone of this tab is no longer shown. It may have left its call to another tab or to a later page. */
  leave(): void {
    this.#awaited.begin(this.answeredCall);
  }

  /** Nobody here goes on with a call that was left. */
  giveUp(cause: string): void {
    if (this.#awaited.callId !== null) this.#endCall(cause);
  }

  /** Shows the leader's state. `shift`: milliseconds to add to its times. */
  show({ connection, messages, events, facts }: PhonePicture, from: string, shift: number): void {
    this.#row.restart();
    this.connection.set(rebaseState(connection, shift));
    this.facts.set(facts);
    for (const message of messages) this.showMessage(rebaseMessage(message, shift), from);
    const call = standingCall(this.#past);
    this.#awaited.end();
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

  /**
   * This tab shows its own ports from now on.
   *
   * `keptCall`: the call that the phone can go on with. If it is the shown one, it stays shown, without a proof of its
   * sound. It may still ring here: the former phone left it before it could tell of its answer.
   */
  restart(keptCall: string | null): void {
    this.#row.restart();
    const call = standingCall(this.#past);
    if (call === null || call.callId !== keptCall) {
      this.#endCall('the tab that was the phone is gone');
      this.#past = [];
      return;
    }
    const { callId, answered } = call;
    this.#awaited.begin(callId);
    this.#past = this.#past.filter((event) => callOf(event) === callId && event.type !== 'qualityChanged');
    if (answered) this.#showEvent({ type: 'audioProved', callId, proof: unproved, at: this.#clock.monotonic() });
  }

  #showEvent(event: SoftphoneEvent, told?: (event: SoftphoneEvent) => void): void {
    this.#past = remember(this.#past, event);
    told?.(event);
    this.#outlets.events.next(event);
  }

  #endCall(cause: string, told?: (event: SoftphoneEvent) => void): void {
    this.#awaited.end();
    const call = standingCall(this.#past);
    if (call) this.#showEvent({ type: 'ended', ...call, by: 'failure', cause, at: this.#clock.monotonic() }, told);
  }
}
