import { Injectable, inject, signal } from '@angular/core';
import {
  type AudioDevices,
  type AudioFacts,
  type AudioLevels,
  type CallEndedBy,
  type CallQuality,
  MediatelClock,
  type PhoneCommand,
  Softphone,
  type SoftphoneEvent,
  noAudioDevices,
  noAudioFacts,
} from 'mediatel-lib/ports';
import { Subject } from 'rxjs';
import { type KeptCall, OrdersKeeper } from './orders-keeper';
import { TAB } from './tab-token';

/** The operator's phone. Each of its SIP messages, and the opening of the microphone, is an event of its own. */
@Injectable()
export class OrdersPhone extends Softphone {
  readonly #tab = inject(TAB);
  readonly #clock = inject(MediatelClock);
  readonly #events = new Subject<SoftphoneEvent>();
  readonly #keeper = new OrdersKeeper();
  #call: { readonly callId: string; answered: boolean; wantsAnswer: boolean } | null = null;
  /** Counts starts: results of an earlier start come too late. */
  #running = 0;

  override readonly events = this.#events.asObservable();
  override readonly levels = signal<AudioLevels>({ microphone: 0, remote: 0 });
  override readonly devices = signal<AudioDevices>(noAudioDevices);
  override readonly quality = signal<CallQuality | null>(null);
  override readonly audioFacts = signal<AudioFacts>(noAudioFacts);
  isOn = false;
  /** The call that is left to another tab, and whose sound is still here. */
  leftSound: string | null = null;
  microphone: 'off' | 'asking' | 'ready' = 'off';
  muted = false;

  constructor() {
    super();
    this.#tab.phone = this;
  }

  /** The call whose audio is in this tab. */
  get talking(): string | null {
    return this.#call?.answered ? this.#call.callId : null;
  }

  override start(): void {
    if (this.isOn) return this.#registerNow();
    const { world, name, state } = this.#tab;
    if (state.link.session.status === 'signingOut') world.startedWhileLeaving.push(name);
    const run = ++this.#running;
    this.isOn = true;
    this.microphone = 'asking';
    const kept = this.#keeper.take();
    if (kept !== null) this.#resume(kept);
    else this.leftSound = null;
    this.#report({ type: 'microphoneChanged', microphone: { status: 'asking' } });
    world.schedule.add({
      lane: `microphone>${name}`,
      label: `${name}'s microphone opens`,
      tab: this.#tab,
      run: () => this.#running === run && this.#opened(),
    });
    this.#registerNow();
    if (kept !== null) this.#reInvite(kept.callId);
  }

  override keptCall(): string | null {
    return this.#keeper.read()?.callId ?? null;
  }

  override handOver(): boolean {
    const callId = this.talking;
    this.#off(false);
    if (this.keptCall() === callId) this.leftSound = callId;
    return this.leftSound !== null;
  }

  override stop(): void {
    this.#off(true);
  }

  override drop(): void {
    this.#off(false);
  }

  override execute(command: PhoneCommand): void {
    if (command.type === 'registerNow') this.#registerNow();
    if (command.type === 'answer') this.#answer(command.callId);
    if (command.type === 'hangUp') this.#hangUp(command.callId);
    if (command.type === 'setMuted') this.#setMuted(command.callId, command.muted);
  }

  /** An INVITE arrives. */
  invited(callId: string, callerNumber: string): void {
    if (!this.isOn || this.#call !== null) {
      this.#up(`486 ${callId}`, () => this.#leg(callId)?.ended(false));
      return;
    }
    this.#call = { callId, answered: false, wantsAnswer: false };
    this.muted = false;
    this.#report({ type: 'invited', callId, callerNumber, callerName: null, at: this.#clock.monotonic() });
  }

  /** A BYE or a CANCEL arrives. */
  bye(callId: string): void {
    if (this.#call?.callId === callId) this.#end('server');
  }

  /** A message of the SIP server to this phone. */
  down(label: string, run: () => void): void {
    const { world, name } = this.#tab;
    world.schedule.add({ lane: `sip>${name}`, label: `${name} gets ${label}`, tab: this.#tab, run });
  }

  /** The page is gone: the server drops the binding with the socket. */
  vanish(): void {
    this.#up('the end of its socket', () => this.#unbind());
  }

  #answerNow(): void {
    const call = this.#call;
    if (call === null || call.answered) return;
    call.answered = true;
    const { callId } = call;
    this.#report({ type: 'answered', callId, at: this.#clock.monotonic() });
    this.#report({ type: 'microphoneOpened', callId, at: this.#clock.monotonic() });
    this.#keeper.keep({ callId, muted: this.muted });
    this.#up(`200 to INVITE ${callId}`, () => this.#leg(callId)?.answered());
  }

  #opened(): void {
    this.microphone = 'ready';
    this.#report({ type: 'microphoneChanged', microphone: { status: 'ready', label: 'microphone' } });
    if (this.#call?.wantsAnswer) this.#answerNow();
  }

  /** Goes on with the call of an earlier page. */
  #resume({ callId, muted }: KeptCall): void {
    this.#call = { callId, answered: true, wantsAnswer: true };
    this.muted = muted;
    const at = this.#clock.monotonic();
    const caller = { callerNumber: null, callerName: null };
    this.#report({ type: 'resumed', callId, ...caller, answeredAt: at, muted, at });
    this.#report({ type: 'microphoneOpened', callId, at });
  }

  #reInvite(callId: string): void {
    const run = this.#running;
    this.#up(`re-INVITE ${callId}`, () => {
      const lives = this.isOn && (this.#leg(callId)?.renewed(this) ?? false);
      this.down(`${lives ? 200 : 481} to re-INVITE ${callId}`, () => {
        if (this.#running !== run || this.#call?.callId !== callId) return;
        if (lives) this.#reconnected(callId);
        else this.#end('failure');
      });
    });
  }

  #reconnected(callId: string): void {
    const at = this.#clock.monotonic();
    const heard = { audibility: 'heard', reason: null } as const;
    this.leftSound = null;
    this.#report({ type: 'reconnected', callId, at });
    this.#report({ type: 'audioProved', callId, proof: { outgoing: heard, incoming: heard, received: true }, at });
  }

  #off(says: boolean): void {
    this.leftSound = null;
    if (!this.isOn) return;
    this.#running += 1;
    this.isOn = false;
    this.microphone = 'off';
    const callId = this.#call?.callId;
    const answered = this.#call?.answered ?? false;
    // A call that a later page can resume is left to it, without a word.
    if (!says && answered && this.#keeper.leave()) this.#call = null;
    if (this.#call !== null) this.#end('failure');
    if (says && callId !== undefined) this.#up(`BYE ${callId}`, () => this.#leg(callId)?.ended(answered));
    this.#report({ type: 'microphoneChanged', microphone: { status: 'off' } });
    this.#report({ type: 'registrationChanged', registration: { status: 'off' } });
    this.#up(says ? 'un-REGISTER' : 'the end of its socket', () => this.#unbind());
  }

  #unbind(): void {
    const { line } = this.#tab.world.mediatel;
    if (line.binding === this && !this.isOn) line.binding = null;
    if (line.binding === this && this.#tab.closed) line.binding = null;
  }

  #leg(callId: string) {
    const leg = this.#tab.world.mediatel.line.callUp;
    return leg?.callId === callId ? leg : null;
  }

  #end(by: CallEndedBy): void {
    const call = this.#call;
    if (call === null) return;
    this.#call = null;
    this.leftSound = null;
    const { callId, answered } = call;
    if (answered) this.#keeper.end();
    this.#report({ type: 'ended', callId, by, answered, cause: by, at: this.#clock.monotonic() });
  }

  #up(label: string, run: () => void): void {
    const { world, name } = this.#tab;
    // One lane for all tabs: sockets from one machine to one server rarely overtake each other.
    world.schedule.add({ lane: 'tabs>sip', label: `the SIP server gets ${label} of ${name}`, tab: null, run });
  }

  #registerNow(): void {
    if (!this.isOn) return;
    const run = this.#running;
    this.#report({ type: 'registrationChanged', registration: { status: 'registering' } });
    this.#up('REGISTER', () => {
      this.#tab.world.mediatel.line.binding = this;
      this.down('200 to REGISTER', () => {
        if (this.#running !== run) return;
        this.#report({ type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } });
      });
    });
  }

  #answer(callId: string): void {
    if (this.#call?.callId !== callId || this.#call.answered) return;
    this.#call.wantsAnswer = true;
    if (this.microphone === 'ready') this.#answerNow();
  }

  #hangUp(callId: string): void {
    if (this.#call?.callId !== callId) return;
    const { answered } = this.#call;
    this.#end('operator');
    this.#up(`${answered ? 'BYE' : '480'} ${callId}`, () => this.#leg(callId)?.ended(answered));
  }

  #setMuted(callId: string, muted: boolean): void {
    if (this.#call?.callId !== callId || this.muted === muted) return;
    this.muted = muted;
    this.#keeper.keep({ callId, muted });
    this.#report({ type: 'muteChanged', callId, muted, ...(muted ? { cause: 'operator' } : {}) });
  }

  #report(event: SoftphoneEvent): void {
    this.#events.next(event);
  }
}
