import type { HeardEvent } from '../customer/heard-event';
import type { LineCondition } from '../media/line';
import type { LegMedia } from '../media/operator-media';
import type { Ear, EarEvents, EarMode } from './ear';

/** What an operator hears while no customer is connected. */
export type Tone = 'silence' | 'ringback' | 'busy';

export interface SoundRequest {
  /** The name of the recording. */
  readonly callTraceId: string;
  readonly extension: string;
  /** Chooses the customer who answers, unless the customer is scripted. */
  readonly customerNumber: string;
  /** Whether the customer's lines come by `say`. */
  readonly scripted?: boolean;
}

/** Events of a call's sound that nobody requested. */
export type SoundEvent =
  | { readonly what: 'digit'; readonly digit: string }
  /** The audio path is up (again), or is lost and will not recover without help. */
  | { readonly what: 'pathChanged'; readonly state: 'connected' | 'failed' }
  | { readonly what: 'customerHungUp' }
  /** The recording's first sample was due at this time of the clock that all threads share (`shared-clock.ts`). */
  | { readonly what: 'recordingBegan'; readonly at: number }
  /** What a scripted customer hears. */
  | { readonly what: 'heard'; readonly event: HeardEvent }
  /** The operator has been silent for longer than the limit. */
  | { readonly what: 'operatorSilent'; readonly silentMs: number }
  /** The sound is lost finally. */
  | { readonly what: 'failed' };

export type SoundListener = (event: SoundEvent) => void;

/** How a scripted customer speaks. Each does nothing with any other customer. */
interface ScriptedSpeech {
  /** Speaks samples of 8 kHz, after what is being spoken. */
  say(samples: Int16Array): void;
  hush(): void;
  setGone(gone: boolean): void;
  /** Hangs up after what is being spoken. */
  hangUp(): void;
}

/** One call's sound: the operator's path, the customer, the audio between them, and the recording. */
export interface CallSound extends LegMedia, ScriptedSpeech {
  /** The operator is connected: starts with silence, and records. */
  begin(): void;
  play(tone: Tone): void;
  /** The customer answers. */
  join(): void;
  hold(held: boolean, byOperator: boolean): void;
  mute(muted: boolean): void;
  /** Ends everything. Resolves when the recording is complete or abandoned. */
  finish(): Promise<void>;
}

/** Makes the sound of calls. */
export interface Sounds {
  open(request: SoundRequest, listener: SoundListener): CallSound;
  /** A trainer's leg at the present and later calls of an extension. */
  openEar(extension: string, mode: EarMode, events: EarEvents): Ear;
  /** Degrades an operator's line, or restores it, for the present call and later ones. */
  degradeLine(extension: string, condition: LineCondition): void;
  close(): Promise<void>;
}

export interface SoundSetting {
  /** Its half-written recordings are completed at the start. */
  readonly recordingsDir: string;
  readonly iceAddress?: string;
  readonly icePorts?: readonly [number, number];
  readonly hangUpAfterMs: number;
  readonly mediaSilenceMs: number;
  /** How long a connection that replaces another may take to come up. Default: 8 s. */
  readonly mediaTimeoutMs?: number;
  /** After this long without sound from a trainer who speaks in a call, their leg counts as gone. Default: 10 s. */
  readonly earSilenceMs?: number;
  /** Makes bad lines repeat themselves. */
  readonly seed?: number;
}
