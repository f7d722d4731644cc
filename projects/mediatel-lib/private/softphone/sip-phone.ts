import type {
  AudioFacts,
  AudioLevels,
  AudioOutputUse,
  AudioUse,
  CallCommandType,
  DeviceChoice,
  DeviceChangeCause,
  InviteRefusal,
  Microphone,
  PhoneCommandHandlers,
  PhoneCommandOf,
  PhoneCommandType,
  Playback,
  Registration,
  SipAccount,
  SoftphoneEvent,
} from 'mediatel-lib/ports';
import { SharedAudioContext } from './media/shared-audio-context';
import { SoundOutputs } from './media/sound-outputs';
import { CallNotifier } from './call/call-notifier';
import { callerOf } from './call/caller';
import { DeviceManager, type KnownDevices } from './media/device-manager';
import { loadJsSip, type JsSip, type JsSipInvitation } from './jssip/jssip-module';
import { LevelMeter } from './media/level-meter';
import { MicrophoneManager } from './media/microphone-manager';
import { nextMicrophoneHeard } from './media/next-microphone-heard';
import { RemoteAudio } from './media/remote-audio';
import type { CallSurroundings } from './call/call-surroundings';
import type { LeftSound } from './call/left-sound';
import { SipCall } from './call/sip-call';
import { KeptCalls } from './resume/kept-calls';
import type { CallRecord } from './resume/call-record';
import { loadSessionClass, restoreSession, spareUnknownCalls, type SessionClass } from './jssip/jssip-inside';
import { SipRegistration } from './signalling/sip-registration';
import type { PhoneShell } from './phone-shell';
import { WorkerTimers } from './signalling/worker-timers';
import { playTestSound } from './media/test-sound';

/** The phone itself: registration, microphone, devices and at most one call. Loaded at the first start. */
export class SipPhone {
  readonly #timers = new WorkerTimers();
  readonly #stage = new SharedAudioContext((blocked) => {
    this.#stageBlocked = blocked;
    this.#tellPlayback();
  });
  #stageBlocked = false;
  #playback: Playback['status'] = 'idle';
  readonly #meter = new LevelMeter(this.#stage, (levels) => this.#metered(levels));
  readonly #remoteAudio = new RemoteAudio(() => this.#tellPlayback());
  readonly #outputs = new SoundOutputs(this.#stage, this.#remoteAudio);
  readonly #notifier: CallNotifier;
  readonly #deviceManager = new DeviceManager({
    changed: (devices) => this.#listed(devices),
    served: (use, choice, cause) => this.#served(use, choice, cause),
  });
  readonly #microphone = new MicrophoneManager({
    wanted: () => this.#deviceManager.wantedMicrophone(),
    changed: (microphone, track) => this.#microphoneChanged(microphone, track),
    refused: (standIn) => {
      const device = this.#deviceManager.microphoneRefused(standIn);
      this.#emitEvent({ type: 'deviceChanged', use: 'microphone', device, cause: 'refused' });
    },
    permission: (permission) => this.#learn({ permission }),
  });
  #registration: SipRegistration | null = null;
  #status: Registration['status'] = 'off';
  /** The account to start with after the call. */
  #next: SipAccount | null = null;
  readonly #kept: KeptCalls;
  /**
   * Settles when the previous registration has removed its binding. The server can't tell the two apart, so the order
   * matters.
   */
  #leaving: Promise<void> = Promise.resolve();
  #call: SipCall | null = null;
  /** The sound of a call that this page has left to another tab, until it goes on with the call itself. */
  #sound: LeftSound | null = null;
  /** A call that came while the microphone was being opened. The result decides whether it can be taken. */
  #early: JsSipInvitation | null = null;
  /** Starts again after a start that failed before there was a registration. */
  #restart: (() => void) | null = null;
  /** Aborts a start that is still loading JsSIP. */
  #starting: AbortController | null = null;
  readonly #around: CallSurroundings;
  /** What the phone does for each command that is not to a call. */
  readonly #handlers: PhoneCommandHandlers<Exclude<PhoneCommandType, CallCommandType>> = {
    registerNow: () => (this.#registration ? this.#registration.registerNow() : this.#restart?.()),
    ringAgain: () => {
      const invite = this.#kept.invites.takeLeft(Date.now());
      if (invite !== null && !this.#call && !this.#early) this.#registration?.replay(invite);
    },
    reopenMicrophone: () => void this.#microphone.open(),
    unlockPlayback: () => {
      this.#stage.resume();
      this.#remoteAudio.unlock();
    },
    allowNotices: () => void this.#notifier.requestPermission().then((notices) => this.#learn({ notices })),
    chooseDevice: ({ use, deviceId }) => this.#deviceManager.chooseDevice(use, deviceId),
    setVolume: ({ use, volume }) => this.#deviceManager.setVolume(use, volume),
    testSound: ({ use }) => void this.#testSound(use),
  };
  readonly #online = (): void => {
    this.#call?.networkChanged();
    this.#registration?.networkBack();
  };
  readonly #shell: PhoneShell;

  constructor(shell: PhoneShell) {
    this.#shell = shell;
    this.#listed(this.#deviceManager.devices);
    this.#kept = new KeptCalls(shell.config.resumeCalls, this.#timers.after);
    this.#notifier = new CallNotifier(shell.config.notify, shell.noticeText);
    this.#around = {
      config: shell.config,
      clock: shell.clock,
      after: this.#timers.after,
      microphone: this.#microphone,
      stage: this.#stage,
      speaker: this.#outputs.speaker,
      ringer: this.#outputs.ringer,
      remoteAudio: this.#remoteAudio,
      identity: () => this.#kept.identity(this.#registration?.contactUri),
      hangsUp: (session) => this.#kept.hangsUp(session),
      emitEvent: shell.emitEvent,
      rings: (call) => this.#notifier.ring(call.caller),
      talks: (call) => this.#notifier.talk(call.caller),
      receiving: (receiver) => this.#meter.setReceiver(receiver),
      measured: (quality) => shell.quality.set(quality),
      connected: () => this.#closeSound(),
      ended: (call) => this.#callEnded(call),
    };
    globalThis.addEventListener('online', this.#online);
  }

  /** The current call. It executes the commands to it. */
  get call(): SipCall | null {
    return this.#call;
  }

  /** Executes a command to the phone itself. */
  execute<Name extends Exclude<PhoneCommandType, CallCommandType>>(command: PhoneCommandOf<Name>): void {
    this.#handlers[command.type](command);
  }

  /** Starts with the account. A phone that is in a call does so after it: a start would end the call. */
  start(account: SipAccount): void {
    if (this.#call && this.#status !== 'off') {
      this.#next = account;
      return;
    }
    this.#unregister();
    this.#learn({ notices: this.#notifier.permission });
    void this.#microphone.open();
    void this.#register(account, (this.#starting = new AbortController()).signal);
  }

  stop(): void {
    this.#close();
    this.#kept.forget();
  }

  #close(): void {
    this.#unregister();
    this.#closeSound();
    for (const part of [this.#microphone, this.#outputs, this.#stage]) part.close();
  }

  drop(): void {
    this.#kept.invites.leave();
    this.#call?.leave(false)?.close();
    this.#registration?.cut();
    this.#close();
  }

  /** Executes a command to a call. One that is over does nothing; of one that is left to another tab the sound is here. */
  executeInCall(command: PhoneCommandOf<CallCommandType>): void {
    if (this.#call?.id === command.callId) this.#call.execute(command);
    else if (command.type === 'setMuted' && this.#sound?.callId === command.callId) this.#sound.setMuted(command.muted);
  }

  handOver(): boolean {
    const sound = this.#call?.leave(true) ?? null;
    // It can't be resumed there. The customer must not be left alone.
    if (sound === null) this.#call?.hangUp(true);
    if (!sound?.isConnected) {
      sound?.close();
      this.drop();
      return false;
    }
    this.#sound = sound;
    this.#registration?.cut();
    this.#unregister();
    this.#microphone.close();
    return true;
  }

  destroy(): void {
    globalThis.removeEventListener('online', this.#online);
    this.#close();
    this.#meter.close();
    this.#deviceManager.close();
    this.#notifier.destroy();
    this.#timers.close();
  }

  async #testSound(use: AudioOutputUse): Promise<void> {
    const fact = use === 'speaker' ? 'speakerTest' : 'ringerTest';
    if (this.#shell.facts()[fact] === 'playing') return;
    this.#learn({ [fact]: 'playing' });
    this.#learn({ [fact]: await playTestSound(this.#outputs.of(use).open()) });
  }

  async #register(account: SipAccount, starting: AbortSignal): Promise<void> {
    const { config, policy, clock } = this.#shell;
    // The chunk may be unreachable, and JsSIP throws at an invalid account.
    let isLoaded = false;
    try {
      const jssip = await loadJsSip();
      isLoaded = true;
      await this.#leaving;
      if (starting.aborted) return;
      this.#kept.serve(account);
      const isAddress = (text: string): boolean => Boolean(jssip.URI.parse(text));
      const kept = this.#kept.found(isAddress);
      isLoaded = kept === null;
      const Session = kept && (await loadSessionClass());
      isLoaded = true;
      if (starting.aborted) return;
      this.#registration = new SipRegistration(
        jssip,
        account,
        kept?.contactUri ?? this.#kept.takeInvite(isAddress),
        config.registerExpires,
        policy,
        clock,
        this.#timers.after,
        {
          changed: (registration) => this.#registrationChanged(registration),
          invited: (invitation) => this.#invited(invitation),
          reachable: () => this.#kept.reachable(this.#call, jssip, this.#registration?.agent),
          socketLost: () => {
            // The transaction in which the INVITE could be answered is lost with it.
            this.#early?.session.terminate({ status_code: 480 });
            this.#call?.socketLost();
          },
          traced: this.#shell.trace,
        },
      );
      spareUnknownCalls(this.#registration.agent);
      if (kept && Session) this.#resume(jssip, Session, this.#registration.agent, kept);
      if (this.#call === null) this.#closeSound();
      this.#registration.start();
    } catch (error) {
      if (starting.aborted) return;
      this.#restart = () => this.start(account);
      const detail = error instanceof Error ? error.message : String(error);
      this.#registrationChanged({ status: 'rejected', sipStatus: 0, detail, ...(isLoaded ? {} : { loaded: false }) });
    }
  }

  /** Goes on with the call of an earlier page. A record that JsSIP can't use is removed, and the phone starts without. */
  #resume(jssip: JsSip, Session: SessionClass, agent: SipRegistration['agent'], kept: CallRecord): void {
    // JsSIP's inside may differ from what the adapter knows. The phone must start in any case.
    try {
      const session = restoreSession(jssip, Session, agent, kept.dialog, new Date(kept.answeredAt));
      const { callerNumber, callerName } = kept;
      this.#call = new SipCall(session, { callerNumber, callerName }, this.#around, false);
      this.#call.resume(kept);
    } catch (error) {
      this.#kept.forgetCall();
      this.#call = null;
      this.#shell.trace('received', `the call can't be resumed: ${String(error)}`);
    }
  }

  #closeSound(): void {
    this.#sound?.close();
    this.#sound = null;
  }

  #unregister(): void {
    this.#next = null;
    this.#starting?.abort();
    this.#starting = null;
    this.#restart = null;
    this.#early?.session.terminate({ status_code: 480 });
    this.#call?.hangUp();
    if (this.#registration) this.#leaving = this.#registration.stop();
    this.#registration = null;
  }

  #invited(invitation: JsSipInvitation): void {
    if (this.#call ?? this.#early) return this.#refuse(invitation, 'busy', 486);
    this.#kept.invites.keep(this.#around.identity(), invitation, Date.now());
    if (this.#microphone.asking) return this.#keepWaiting(invitation);
    if (!this.#microphone.ready) return this.#refuse(invitation, 'no-microphone', 480);
    this.#call = new SipCall(invitation.session, callerOf(invitation.request), this.#around);
    this.#call.announce();
  }

  /** Keeps the INVITE until the microphone is known. The server lets it ring, and cancels it if that takes too long. */
  #keepWaiting(invitation: JsSipInvitation): void {
    this.#early = invitation;
    const callOff = this.#microphone.whenKnown(() => {
      this.#early = null;
      this.#invited(invitation);
    });
    invitation.session.on('failed', () => {
      if (this.#early !== invitation) return;
      callOff();
      this.#early = null;
      this.#tellRefused(invitation, 'no-microphone');
    });
  }

  #refuse(invitation: JsSipInvitation, refusal: InviteRefusal, status: number): void {
    invitation.session.terminate({ status_code: status });
    this.#tellRefused(invitation, refusal);
  }

  #tellRefused({ session, request }: JsSipInvitation, refusal: InviteRefusal): void {
    const { callerNumber } = callerOf(request);
    const at = this.#shell.clock.monotonic();
    this.#emitEvent({ type: 'inviteRefused', callId: session.id, refusal, callerNumber, at });
  }

  #callEnded({ id }: { readonly id: string }): void {
    if (this.#call?.id === id) this.#call = null;
    this.#closeSound();
    this.#notifier.close();
    this.#meter.setReceiver(null);
    this.#shell.quality.set(null);
    // Its end is told first.
    queueMicrotask(() => this.#next && !this.#call && this.start(this.#next));
  }

  #registrationChanged(registration: Registration): void {
    this.#status = registration.status;
    this.#emitEvent({ type: 'registrationChanged', registration });
  }

  #microphoneChanged(microphone: Microphone, track: MediaStreamTrack | null): void {
    this.#meter.setMicrophone(track);
    this.#learn({ microphone, microphoneHeard: false });
    this.#emitEvent({ type: 'microphoneChanged', microphone });
    if (track) this.#deviceManager.microphoneOpened();
    // A page that uses the microphone may play without a gesture. A resumed call may have its sound before.
    if (track) this.execute({ type: 'unlockPlayback' });
    // Browsers give names and ids of devices only to a page that may use the microphone.
    if (track) void this.#deviceManager.refresh();
    // A new microphone during a call replaces the old one at once, without the operator.
    const replacement = track && this.#call ? this.#microphone.cloneTrack() : null;
    if (replacement) void this.#call?.replaceTrack(replacement);
  }

  #listed(devices: KnownDevices): void {
    this.#shell.devices.set(devices);
    this.#outputs.setVolumes(devices.volumes);
    this.#learn({ speakerCount: devices.speakersSelectable ? devices.speakers.length : null });
  }

  #served(use: AudioUse, { active }: DeviceChoice, cause: DeviceChangeCause | null): void {
    if (use === 'microphone') void this.#microphone.useWishedDevice();
    else this.#outputs.direct(use, this.#deviceManager.sinkId(use));
    if (cause) this.#emitEvent({ type: 'deviceChanged', use, device: active, cause });
  }

  /** Reports blocked sound: that of a call, or the ring tone and the chime of an incoming one. */
  #tellPlayback(): void {
    const status = this.#stageBlocked ? 'blocked' : this.#remoteAudio.playback;
    if (status === this.#playback) return;
    this.#playback = status;
    this.#emitEvent({ type: 'playbackChanged', playback: { status } });
  }

  #metered(levels: AudioLevels): void {
    this.#shell.levels.set(levels);
    const before = this.#shell.facts().microphoneHeard;
    const microphoneHeard = nextMicrophoneHeard(before, levels.microphone);
    if (microphoneHeard !== before) this.#learn({ microphoneHeard });
  }

  #learn(facts: Partial<AudioFacts>): void {
    this.#shell.facts.update((known) => ({ ...known, ...facts }));
  }

  #emitEvent(event: SoftphoneEvent): void {
    this.#shell.emitEvent(event);
  }
}
