import type { LineCondition } from '../media/line';
import type { LegMedia } from '../media/operator-media';

/** What an operator hears while no customer is joined. */
export type Tone = 'silence' | 'ringback' | 'busy';

export interface SoundRequest {
  /** The recording is kept under it. */
  readonly callTraceId: string;
  readonly extension: string;
  /** Who picks up there is the customer. */
  readonly customerNumber: string;
}

/** What becomes of a call's sound without anybody's order. */
export type SoundEvent =
  | { readonly what: 'digit'; readonly digit: string }
  /** The audio path is up (again), or is gone and won't come back by itself. */
  | { readonly what: 'pathChanged'; readonly state: 'connected' | 'failed' }
  | { readonly what: 'customerHungUp' }
  /** Nothing has come from the operator for longer than a line is patient. */
  | { readonly what: 'operatorSilent'; readonly silentMs: number }
  /** The sound is gone for good. */
  | { readonly what: 'failed' };

export type SoundListener = (event: SoundEvent) => void;

/** One call's sound: the operator's path, the customer, what passes between them, and its recording. */
export interface CallSound extends LegMedia {
  /** The operator is there: silence until told otherwise, and recorded. */
  begin(): void;
  play(tone: Tone): void;
  /** The customer picks up. */
  join(): void;
  hold(held: boolean, byOperator: boolean): void;
  mute(muted: boolean): void;
  /** Ends all of it; resolves when the recording is in its place, or given up. */
  finish(): Promise<void>;
}

/** Where calls' sound is made. */
export interface Sounds {
  open(request: SoundRequest, listener: SoundListener): CallSound;
  /** Makes an operator's line worse, or good again, for the call under way and those to come. */
  degradeLine(extension: string, condition: LineCondition): void;
  close(): Promise<void>;
}

export interface SoundSetting {
  /** Half-written recordings in it are completed at the start. */
  readonly recordingsDir: string;
  readonly iceAddress?: string;
  readonly icePorts?: readonly [number, number];
  readonly hangUpAfterMs: number;
  readonly mediaSilenceMs: number;
}
