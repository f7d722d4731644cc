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

/** A `Softphone` that the test controls. It registers when started, and reports commands as the real one does. */
@Injectable()
export class FakeSoftphone extends Softphone {
  readonly #clock = inject(MediatelClock, { optional: true });
  readonly #events = new Subject<SoftphoneEvent>();
  #call: { readonly callId: string; answered: boolean } | null = null;

  /** What the softphone reports. */
  override readonly events = this.#events.asObservable();
  /** Levels of both directions, 0 to 1; the test writes them. */
  override readonly levels = signal<AudioLevels>({ microphone: 0, remote: 0 });
  /** The audio devices; the test writes them, also by `plug()` and `changeDevice()`. */
  override readonly devices = signal<AudioDevices>(noAudioDevices);
  /** The call's quality; the test writes it, also by `rate()`. */
  override readonly quality = signal<CallQuality | null>(null);
  /** Facts for the check before the shift; the test writes them. */
  override readonly audioFacts = signal<AudioFacts>(noAudioFacts);
  /** The accounts of all calls of `start()`, in order. */
  readonly started: SipAccount[] = [];
  /** SIP Call-IDs of the calls that were hung up here, in order. */
  readonly hungUp: string[] = [];
  /** SIP Call-IDs of the calls that were answered here, in order. */
  readonly answered: string[] = [];
  /** All executed commands, in order. */
  readonly executed: PhoneCommand[] = [];
  /** Number of calls of `drop()`. */
  drops = 0;
  /** SIP Call-ID of the call that a later `start()` goes on with; the test writes it. */
  kept: string | null = null;
  /** Number of calls of `handOver()`. */
  handOvers = 0;

  get #now(): number {
    return this.#clock?.monotonic() ?? 0;
  }

  /** Goes on with the kept call, and reports a working microphone and a registration. */
  override start(account: SipAccount): void {
    this.started.push(account);
    if (this.kept !== null) this.resume(this.kept);
    this.kept = null;
    this.report({ type: 'microphoneChanged', microphone: { status: 'ready', label: 'fake microphone' } });
    this.report({ type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } });
  }

  /** Ends the call, and reports that microphone and registration are off. */
  override stop(): void {
    this.end('operator', 'stopped');
    this.report({ type: 'microphoneChanged', microphone: { status: 'off' } });
    this.report({ type: 'registrationChanged', registration: { status: 'off' } });
  }

  /** Counts the call in `drops` and stops. */
  override drop(): void {
    this.drops++;
    this.stop();
  }

  /** The test's `kept`. */
  override keptCall(): string | null {
    return this.kept;
  }

  /** Counts the call in `handOvers`. The call's end is not reported; an answered call leaves its sound here. */
  override handOver(): boolean {
    this.handOvers++;
    const isSoundLeft = this.#call?.answered ?? false;
    if (isSoundLeft) this.#call = null;
    this.stop();
    return isSoundLeft;
  }

  /** Keeps the command in `executed` and reports its effect. */
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
      case 'setVolume':
        return this.devices.update((devices) => ({
          ...devices,
          volumes: { speaker: 1, ringer: 0.5, ...devices.volumes, [command.use]: command.volume },
        }));
      case 'testSound':
        return this.audioFacts.update((facts) => ({ ...facts, [`${command.use}Test`]: 'played' }));
      case 'allowNotices':
        return this.audioFacts.update((facts) => ({ ...facts, notices: 'granted' }));
    }
  }

  /** The executed commands of one type, in order. */
  executedOf<Name extends PhoneCommandType>(name: Name): PhoneCommandOf<Name>[] {
    return this.executed.filter((command): command is PhoneCommand & PhoneCommandOf<Name> => command.type === name);
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

  /** Sets the audio devices by their labels. The first of each kind is in use. */
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
      volumes: { speaker: 1, ringer: 0.5 },
    });
  }

  /** Reports another device for a use; `null` for none. With `chosen` the operator chose it, else one was unplugged. */
  changeDevice(use: AudioUse, device: AudioDevice | null, chosen: AudioDevice | null = null): void {
    this.devices.update((devices) => ({ ...devices, [use]: { chosen, active: device, missing: false } }));
    this.report({ type: 'deviceChanged', use, device, cause: chosen ? 'chosen' : 'unplugged' });
  }

  /** Reports that the sent track is muted or heard again. Does nothing without a call. */
  mute(muted: boolean, cause: MuteCause): void {
    if (this.#call === null) return;
    const { callId } = this.#call;
    this.report(muted ? { type: 'muteChanged', callId, muted, cause } : { type: 'muteChanged', callId, muted });
  }

  /** Reports whether both sides are heard. Does nothing without a call. */
  prove(proof: CallMediaFlow): void {
    if (this.#call) this.report({ type: 'audioProved', callId: this.#call.callId, proof, at: this.#now });
  }

  /** Reports the call's quality. Does nothing without a call. */
  rate(quality: Omit<CallQuality, 'callId'>): void {
    if (this.#call === null) return;
    const { callId } = this.#call;
    this.quality.set({ ...quality, callId });
    const { rating, alarms, mos } = quality;
    this.report({ type: 'qualityChanged', callId, rating, alarms, mos, at: this.#now });
  }

  /** Reports an incoming INVITE. */
  invite(callId = 'call-1', callerNumber: string | null = null): void {
    this.#call = { callId, answered: false };
    this.report({ type: 'invited', callId, callerNumber, callerName: null, at: this.#now });
  }

  /** Reports that the phone goes on with an answered call of an earlier page. */
  resume(callId: string, muted = false): void {
    this.#call = { callId, answered: true };
    const caller = { callerNumber: null, callerName: null };
    this.report({ type: 'resumed', callId, ...caller, answeredAt: this.#now, muted, at: this.#now });
  }

  /** Reports the call's end. Does nothing without a call. */
  end(by: CallEndedBy = 'server', cause = 'Bye'): void {
    if (this.#call === null) return;
    const { callId, answered } = this.#call;
    this.#call = null;
    this.report({ type: 'ended', callId, by, answered, cause, at: this.#now });
  }

  /** Reports any event. */
  report(event: SoftphoneEvent): void {
    this.#events.next(event);
  }
}
