import type { Logger } from 'pino';
import type { Customer } from '../customer/customer';
import { customerAt } from '../customer/customer-at';
import { behaviourAt } from '../customer/dial-plan';
import { Scripted } from '../customer/scripted';
import { StandIn } from '../customer/stand-in';
import type { Voice } from '../customer/voices';
import { silence, type AudioSource } from '../media/audio-source';
import { CallAudio } from '../media/call-audio';
import { FRAME_MS, MAX_CATCH_UP_FRAMES, type FrameClock } from '../media/frame-clock';
import type { Line } from '../media/line';
import { OperatorMedia } from '../media/operator-media';
import { Recording } from '../media/recording';
import { busyTone, ringback } from '../media/tones';
import { toShared } from './shared-clock';
import { CallEars } from './call-ears';
import type { Ears } from './ears';
import type { CallSound, SoundListener, SoundRequest, SoundSetting, Tone } from './call-sound';

const tones: Readonly<Record<Tone, () => AudioSource>> = { silence: () => silence, ringback, busy: busyTone };

/** A longer stall is a machine that slept: the recording does not fill a disk with it. */
const MAX_SILENT_FRAMES = 60_000 / FRAME_MS;

export interface SoundSurroundings {
  readonly setting: SoundSetting;
  readonly voices: readonly Voice[];
  readonly clock: FrameClock;
  /** The trainers at the operator's extension. */
  readonly ears: Ears;
}

/** One call's sound, in the thread that makes it. */
export class SoundingCall implements CallSound {
  readonly #media: OperatorMedia;
  #recording: Recording | undefined;
  #audio: CallAudio | undefined;
  #customer: StandIn | undefined;
  #gone = false;
  #ears: CallEars | undefined;
  /** A customer whose lines come by `say`; they may come before the customer is connected. */
  readonly #script: Scripted | undefined;
  #stopClock: () => void = () => undefined;
  /** When the last frame was due. */
  #dueAt: number | undefined;
  #held = false;
  #heldByOperator = false;
  #muted = false;
  #over = false;
  readonly #request: SoundRequest;
  readonly #around: SoundSurroundings;
  readonly #listener: SoundListener;
  readonly #log: Logger;

  constructor(request: SoundRequest, around: SoundSurroundings, line: Line, listener: SoundListener, log: Logger) {
    this.#request = request;
    this.#around = around;
    this.#listener = listener;
    this.#log = log;
    if (request.scripted) this.#script = new Scripted((event) => listener({ what: 'heard', event }));
    this.#media = new OperatorMedia(
      {
        digit: (digit) => listener({ what: 'digit', digit }),
        pathChanged: (state) => listener({ what: 'pathChanged', state }),
      },
      log,
      around.setting,
      line,
    );
  }

  createOffer(): Promise<string> {
    return this.#media.createOffer();
  }

  acceptAnswer(sdp: string): Promise<void> {
    return this.#media.acceptAnswer(sdp);
  }

  takeBackOffer(): Promise<void> {
    return this.#media.takeBackOffer();
  }

  answerOffer(sdp: string, isDeaf?: boolean): Promise<string> {
    return this.#media.answerOffer(sdp, isDeaf);
  }

  close(): void {
    this.#media.close();
  }

  begin(): void {
    if (this.#over || this.#audio) return;
    this.#recording = new Recording(this.#around.setting.recordingsDir, this.#request.callTraceId, this.#log);
    this.#ears = new CallEars(this.#around.ears);
    this.#audio = new CallAudio(this.#media, this.#recording, this.#ears);
    this.#audio.muted = this.#muted;
    this.#applyHold();
    this.#stopClock = this.#around.clock.onFrame((dueAt) => this.#beat(dueAt));
  }

  play(tone: Tone): void {
    if (this.#audio) this.#audio.tone = tones[tone]();
  }

  join(): void {
    if (!this.#audio || !this.#ears) return;
    this.#customer = new StandIn(this.#script ?? this.#byNumber(), this.#ears.nextPlayer);
    this.#customer.gone = this.#gone;
    this.#audio.join(this.#customer);
    this.#script?.join();
    this.#applyHold();
  }

  say(samples: Int16Array): void {
    this.#script?.say(samples);
  }

  hush(): void {
    this.#script?.hush();
  }

  setGone(gone: boolean): void {
    this.#gone = gone;
    if (this.#customer) this.#customer.gone = gone;
  }

  hangUp(): void {
    this.#script?.hangUp();
  }

  hold(held: boolean, byOperator: boolean): void {
    this.#held = held;
    this.#heldByOperator = byOperator;
    this.#applyHold();
  }

  mute(muted: boolean): void {
    this.#muted = muted;
    if (this.#audio) this.#audio.muted = muted;
  }

  async finish(): Promise<void> {
    this.#recordToTheEnd();
    this.#end();
    await this.#recording?.finish();
  }

  #byNumber(): Customer {
    const { customerNumber } = this.#request;
    const { voices, setting } = this.#around;
    return customerAt(customerNumber, behaviourAt(customerNumber), voices, setting.hangUpAfterMs);
  }

  #end(): void {
    this.#over = true;
    this.#stopClock();
    this.#ears?.end();
    this.#media.close();
  }

  /** Frames that are due, but late, belong to the call. */
  #recordToTheEnd(): void {
    if (this.#over || this.#dueAt === undefined) return;
    const owed = Math.floor((performance.now() - this.#dueAt) / FRAME_MS);
    try {
      for (let frame = 0; frame < Math.min(owed, MAX_CATCH_UP_FRAMES); frame++) this.#audio?.carry();
      this.#audio?.skip(Math.min(owed, MAX_SILENT_FRAMES) - MAX_CATCH_UP_FRAMES);
    } catch (error) {
      // The recording must be completed whatever its last frames are.
      this.#log.error({ err: error }, 'call audio failed');
    }
  }

  /** After a stall that the clock skipped, the recording still has as many frames as time has passed. */
  #keepTime(dueAt: number): void {
    if (this.#dueAt === undefined) this.#listener({ what: 'recordingBegan', at: toShared(dueAt) });
    else this.#audio?.skip(Math.min(MAX_SILENT_FRAMES, Math.round((dueAt - this.#dueAt) / FRAME_MS) - 1));
    this.#dueAt = dueAt;
  }

  #applyHold(): void {
    this.#audio?.hold(this.#held);
    this.#customer?.setWaiting(this.#held);
  }

  #beat(dueAt: number): void {
    try {
      this.#keepTime(dueAt);
      if (!this.#audio?.carry()) {
        this.#stopClock();
        return this.#listener({ what: 'customerHungUp' });
      }
      const silentMs = Math.round(performance.now() - this.#media.lastHeard);
      if (silentMs < this.#around.setting.mediaSilenceMs || this.#heldByOperator) return;
      this.#stopClock();
      this.#listener({ what: 'operatorSilent', silentMs });
    } catch (error) {
      // All calls share the clock: one call's fault must not silence the others.
      this.#log.error({ err: error }, 'call audio failed');
      this.#end();
      this.#listener({ what: 'failed' });
    }
  }
}
