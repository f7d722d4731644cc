import { Injectable, inject, signal } from '@angular/core';
import {
  type AudioDevice,
  type AudioDevices,
  type AudioFacts,
  type AudioLevels,
  type CallMediaFlow,
  type AudioUse,
  type CallEndedBy,
  type CallQuality,
  MediatelClock,
  type MuteCause,
  type PhoneCommand,
  type PhoneCommandOf,
  type PhoneCommandType,
  type SipAccount,
  Softphone,
  type SoftphoneEvent,
  noAudioDevices,
  noAudioFacts,
} from 'mediatel-lib/ports';
import { Subject } from 'rxjs';

/** A phone worked by the test. It registers when started, and reports what it was told to do as the real one would. */
@Injectable()
export class FakeSoftphone extends Softphone {
  readonly #clock = inject(MediatelClock, { optional: true });
  readonly #events = new Subject<SoftphoneEvent>();
  #call: { readonly callId: string; answered: boolean } | null = null;

  override readonly events = this.#events.asObservable();
  // Written by the test as it likes.
  override readonly levels = signal<AudioLevels>({ microphone: 0, remote: 0 });
  override readonly devices = signal<AudioDevices>(noAudioDevices);
  override readonly quality = signal<CallQuality | null>(null);
  override readonly audioFacts = signal<AudioFacts>(noAudioFacts);
  readonly started: SipAccount[] = [];
  /** Call-IDs hung up at SIP's level. */
  readonly hungUp: string[] = [];
  readonly answered: string[] = [];
  /** Every command that it was given, in order. */
  readonly executed: PhoneCommand[] = [];
  drops = 0;

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

  override drop(): void {
    this.drops++;
    this.stop();
  }

  override execute(command: PhoneCommand): void {
    this.executed.push(command);
    switch (command.type) {
      case 'answer':
        return this.#answer(command.callId);
      case 'hangUp':
        if (this.#call?.callId !== command.callId) return;
        this.hungUp.push(command.callId);
        return this.end('operator', 'Terminated');
      case 'setMuted':
        if (this.#call?.callId === command.callId) this.mute(command.muted, 'operator');
        return;
      case 'chooseDevice':
        return this.#choose(command.use, command.deviceId);
      case 'testSound':
        return this.audioFacts.update((facts) => ({ ...facts, [`${command.use}Test`]: 'played' }));
      case 'allowNotices':
        return this.audioFacts.update((facts) => ({ ...facts, notices: 'granted' }));
    }
  }

  /** The commands of that name, in order. */
  executedOf<Name extends PhoneCommandType>(name: Name): PhoneCommandOf<Name>[] {
    return this.executed.filter((command): command is PhoneCommandOf<Name> => command.type === name);
  }

  #answer(callId: string): void {
    if (this.#call?.callId !== callId || this.#call.answered) return;
    this.#call.answered = true;
    this.answered.push(callId);
    this.report({ type: 'answered', callId, at: this.#now });
    this.report({ type: 'microphoneOpened', callId, at: this.#now });
  }

  #choose(use: AudioUse, deviceId: string | null): void {
    const known = this.devices();
    const list = use === 'microphone' ? known.microphones : known.speakers;
    const chosen = list.find((device) => device.deviceId === deviceId) ?? null;
    this.changeDevice(use, chosen, chosen);
  }

  /** Devices as the browser would list them, by their labels; the first of each kind is in use. */
  plug(microphones: readonly string[], speakers: readonly string[]): void {
    const listed = (labels: readonly string[]): AudioDevice[] => labels.map((label) => ({ deviceId: label, label }));
    const of = (list: readonly AudioDevice[]) => ({ chosen: null, active: list[0] ?? null, missing: false });
    const [inputs, outputs] = [listed(microphones), listed(speakers)];
    this.devices.set({
      microphones: inputs,
      speakers: outputs,
      microphone: of(inputs),
      speaker: of(outputs),
      ringer: of(outputs),
      speakersSelectable: true,
    });
  }

  /** Another device serves a use. */
  changeDevice(use: AudioUse, device: AudioDevice | null, chosen: AudioDevice | null = null): void {
    this.devices.update((devices) => ({ ...devices, [use]: { chosen, active: device, missing: false } }));
    this.report({ type: 'deviceChanged', use, device, cause: chosen ? 'chosen' : 'unplugged' });
  }

  /** The sent track is silenced or heard again. */
  mute(muted: boolean, cause: MuteCause): void {
    if (this.#call === null) return;
    const { callId } = this.#call;
    this.report(muted ? { type: 'muteChanged', callId, muted, cause } : { type: 'muteChanged', callId, muted });
  }

  /** What is known of the call's being heard. */
  prove(proof: CallMediaFlow): void {
    if (this.#call) this.report({ type: 'audioProved', callId: this.#call.callId, proof, at: this.#now });
  }

  /** How the call sounds. */
  rate(quality: Omit<CallQuality, 'callId'>): void {
    if (this.#call === null) return;
    const { callId } = this.#call;
    this.quality.set({ ...quality, callId });
    const { rating, alarms, mos } = quality;
    this.report({ type: 'qualityChanged', callId, rating, alarms, mos, at: this.#now });
  }

  /** An INVITE comes in. */
  invite(callId = 'call-1', callerNumber: string | null = null): void {
    this.#call = { callId, answered: false };
    this.report({ type: 'invited', callId, callerNumber, callerName: null, at: this.#now });
  }

  /** The call ends. */
  end(by: CallEndedBy = 'server', cause = 'Bye'): void {
    if (this.#call === null) return;
    const { callId, answered } = this.#call;
    this.#call = null;
    this.report({ type: 'ended', callId, by, answered, cause, at: this.#now });
  }

  report(event: SoftphoneEvent): void {
    this.#events.next(event);
  }
}
