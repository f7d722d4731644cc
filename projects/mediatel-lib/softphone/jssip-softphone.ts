import { DestroyRef, inject, Injectable, NgZone, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { Clock, MEDIATEL_CONFIG, noAudioDevices, noAudioFacts, Softphone } from 'mediatel-lib/ports';
import type {
  AudioLevels,
  CallQuality,
  InviteRefusal,
  Microphone,
  Registration,
  SipAccount,
  SoftphoneEvent,
} from 'mediatel-lib/ports';
import { AudioStage } from './audio-stage';
import { callerOf } from './caller';
import { loadJsSip } from './jssip-module';
import type { JsSipInvitation } from './jssip-module';
import { LevelMeter } from './level-meter';
import { MicrophoneKeeper } from './microphone-keeper';
import { RemoteAudio } from './remote-audio';
import { SipCall } from './sip-call';
import type { CallSurroundings } from './sip-call';
import { SipRegistration } from './sip-registration';
import { SIP_RETRY_POLICY } from './sip-retry-policy';

const silence: AudioLevels = { microphone: 0, remote: 0 };

/** The operator's phone by JsSIP, loaded at the first `start()`. */
@Injectable()
export class JsSipSoftphone extends Softphone {
  private readonly zone = inject(NgZone);
  private readonly clock = inject(Clock);
  private readonly config = inject(MEDIATEL_CONFIG);
  private readonly policy = inject(SIP_RETRY_POLICY);

  private readonly told = new Subject<SoftphoneEvent>();
  private readonly measured = signal(silence, {
    equal: (a, b) => a.microphone === b.microphone && a.remote === b.remote,
  });
  override readonly events = this.told.asObservable();
  override readonly levels = this.measured.asReadonly();

  override readonly devices = signal(noAudioDevices).asReadonly();
  override readonly quality = signal<CallQuality | null>(null).asReadonly();
  override readonly audioFacts = signal(noAudioFacts).asReadonly();

  private readonly stage = new AudioStage();
  private readonly meter = new LevelMeter(this.stage, (levels) => this.measured.set(levels));
  private readonly remoteAudio = new RemoteAudio((playback) => this.tell({ type: 'playbackChanged', playback }));
  private readonly microphone = new MicrophoneKeeper((microphone, track) => this.microphoneChanged(microphone, track));
  private registration: SipRegistration | null = null;
  private call: SipCall | null = null;
  /** Starts again after a start that failed before there was a registration to ask. */
  private restart: (() => void) | null = null;
  /** Ends a start that still loads JsSIP. */
  private starting: AbortController | null = null;

  private readonly around: CallSurroundings = {
    config: this.config,
    clock: this.clock,
    stage: this.stage,
    remoteAudio: this.remoteAudio,
    tell: (event) => this.tell(event),
    receiving: (receiver) => this.meter.setReceiver(receiver),
    ended: (call) => this.callEnded(call),
  };

  constructor() {
    super();
    const online = (): void => this.registration?.registerNow();
    globalThis.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      globalThis.removeEventListener('online', online);
      this.stop();
      this.meter.close();
      this.told.complete();
    });
  }

  override start(account: SipAccount): void {
    this.unregister();
    // Neither JsSIP's timers nor its sockets are a reason to look at the page again.
    this.zone.runOutsideAngular(() => {
      void this.microphone.open();
      void this.register(account, (this.starting = new AbortController()).signal);
    });
  }

  override stop(): void {
    this.unregister();
    this.microphone.close();
    this.stage.close();
  }

  override registerNow(): void {
    if (this.registration) this.registration.registerNow();
    else this.restart?.();
  }

  override reopenMicrophone(): void {
    this.zone.runOutsideAngular(() => void this.microphone.open());
  }

  override answer(callId: string): void {
    this.zone.runOutsideAngular(() => this.callOf(callId)?.answer(() => this.microphone.cloneTrack()));
  }

  override hangUp(callId: string): void {
    this.callOf(callId)?.hangUp();
  }

  override setMuted(callId: string, muted: boolean): void {
    this.callOf(callId)?.setMuted(muted);
  }

  override sendDigits(callId: string, digits: string): void {
    this.callOf(callId)?.sendDigits(digits);
  }

  override unlockPlayback(): void {
    this.stage.resume();
    this.remoteAudio.unlock();
  }

  override chooseDevice(): void {
    return;
  }

  override testSound(): void {
    return;
  }

  override proveAudio(): void {
    return;
  }

  override allowNotices(): void {
    return;
  }

  private async register(account: SipAccount, starting: AbortSignal): Promise<void> {
    // The chunk may be out of reach, and JsSIP throws at an account that can't be one.
    try {
      const jssip = await loadJsSip();
      if (starting.aborted) return;
      this.registration = new SipRegistration(jssip, account, this.config.registerExpires, this.policy, this.clock, {
        changed: (registration) => this.registrationChanged(registration),
        invited: (invitation) => this.invited(invitation),
        socketLost: () => this.call?.socketLost(),
      });
      this.registration.start();
    } catch (error) {
      if (starting.aborted) return;
      this.restart = () => this.start(account);
      const detail = error instanceof Error ? error.message : String(error);
      this.registrationChanged({ status: 'rejected', sipStatus: 0, detail });
    }
  }

  private unregister(): void {
    this.starting?.abort();
    this.starting = null;
    this.restart = null;
    this.call?.hangUp();
    this.registration?.stop();
    this.registration = null;
  }

  private invited(invitation: JsSipInvitation): void {
    if (!this.microphone.ready) return this.refuse(invitation, 'no-microphone', 480);
    if (this.call) return this.refuse(invitation, 'busy', 486);
    this.call = new SipCall(invitation, this.around);
    this.call.announce(invitation);
  }

  private refuse({ session, request }: JsSipInvitation, refusal: InviteRefusal, status: number): void {
    session.terminate({ status_code: status });
    const { callerNumber } = callerOf(request);
    this.tell({ type: 'inviteRefused', callId: session.id, refusal, callerNumber, at: this.clock.monotonic() });
  }

  private callOf(callId: string): SipCall | null {
    return this.call?.id === callId ? this.call : null;
  }

  private callEnded(call: SipCall): void {
    if (this.call === call) this.call = null;
    this.meter.setReceiver(null);
  }

  private registrationChanged(registration: Registration): void {
    this.tell({ type: 'registrationChanged', registration });
  }

  private microphoneChanged(microphone: Microphone, track: MediaStreamTrack | null): void {
    this.meter.setMicrophone(track);
    this.tell({ type: 'microphoneChanged', microphone });
    // Plugged in again in mid-call: the other party should hear it without anyone's doing.
    const replacement = track && this.call ? this.microphone.cloneTrack() : null;
    if (replacement) void this.call?.replaceTrack(replacement);
  }

  private tell(event: SoftphoneEvent): void {
    this.zone.run(() => this.told.next(event));
  }
}
