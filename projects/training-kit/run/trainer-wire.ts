import type { TrainingLanguage } from '../scenario/language';
import type { PushedAction } from './pushed-action';
import type { TrainingRun } from './training-run';

/** The Socket.IO endpoint of trainers' pages and trainees' tabs. WebSocket only; it always needs the cookie. */
export const trainingSocketPath = '/training/socket.io';

export const trainingNamespaces = { trainer: '/trainer', trainee: '/trainee' } as const;

/** `listen`: hears both. `whisper`: also speaks to the operator alone. `customer`: speaks in place of the customer. */
export const earModes = ['listen', 'whisper', 'customer'] as const;
export type EarMode = (typeof earModes)[number];

/** A trainer's ear at a trainee's calls, as everybody concerned sees it. */
export interface EarView {
  readonly id: string;
  /** The trainer's login. */
  readonly trainer: string;
  /** The trainer's name for people. */
  readonly name: string;
  /** The trainee's login. */
  readonly trainee: string;
  readonly mode: EarMode;
  /** `opening`: announced, nothing is heard yet. `lost`: the trainer's connection is gone; it closes unless it returns. */
  readonly state: 'opening' | 'open' | 'lost';
}

/** A person whose desk is mirrored. */
export interface TraineeView {
  readonly login: string;
  readonly name: string;
  readonly extension: string;
}

/** A trainee's desk. */
export interface DeskView {
  readonly login: string;
  /** The last snapshot that the desk got, as on the wire; `null` without a desk. */
  readonly snapshot: Readonly<Record<string, unknown>> | null;
  /** Whether the extension is registered, so that a call can reach the desk. */
  readonly reachable: boolean;
  /** Whether a tab of the trainee is connected, so that the trainee sees who listens. */
  readonly watchable: boolean;
}

/** Everything, once after each connection. Times: milliseconds since the epoch, by the server's clock. */
export interface TrainerPicture {
  readonly at: number;
  readonly trainees: readonly TraineeView[];
  readonly desks: readonly DeskView[];
  /** The newest run of each trainee. */
  readonly runs: readonly TrainingRun[];
  readonly ears: readonly EarView[];
}

/** What changed since the last picture or frame. */
export interface TrainerFrame {
  readonly at: number;
  readonly desks?: readonly DeskView[];
  readonly runs?: readonly TrainingRun[];
  /** All ears. */
  readonly ears?: readonly EarView[];
}

/** What a trainee's tab shows: who listens, and how far the own run is. */
export interface TraineeState {
  readonly ears: readonly EarView[];
  readonly run: TrainingRun | null;
}

/**
 * Why the server refused a trainer's request. `no-call`: the run has no call in which that could happen. `busy`: another
 * run of the trainee lasts. `no-such-queue`: the scenario names one that the server lacks. `customer-taken`, `whisper-taken`: another trainer (`by`) does it.
 * `trainee-away`: no tab of the trainee could show that somebody listens. `no-sound`: the voice side failed.
 */
export type TrainerRefusal =
  | 'invalid'
  | 'unknown-trainee'
  | 'unknown-scenario'
  | 'unknown-run'
  | 'run-over'
  | 'no-call'
  | 'busy'
  | 'not-that-language'
  | 'no-such-queue'
  | 'customer-taken'
  | 'whisper-taken'
  | 'trainee-away'
  | 'no-sound'
  | 'unknown-ear'
  | 'failed';

export interface Refused {
  readonly outcome: 'refused';
  readonly reason: TrainerRefusal;
  /** The name of the trainer who is in the way. */
  readonly by?: string;
}

export type TrainerOutcome = { readonly outcome: 'done' } | Refused;

/** The outcome of a start, trainee by trainee. */
export interface StartOutcome {
  readonly outcome: 'started';
  readonly runs: readonly TrainingRun[];
  readonly refused: readonly { readonly trainee: string; readonly reason: TrainerRefusal }[];
}

/** An ear that waits for the browser's answer to the server's offer. */
export interface EarOffer {
  readonly outcome: 'offered';
  readonly ear: string;
  /** SDP. */
  readonly offer: string;
}

export interface StartWanted {
  readonly scenario: string;
  /** Logins. */
  readonly trainees: readonly string[];
  readonly language: TrainingLanguage;
}

/** What a trainer's page sends. Each is answered. */
export interface TrainerEvents {
  start: (wanted: StartWanted, done: (outcome: StartOutcome | Refused) => void) => void;
  stop: (wanted: { run: string }, done: (outcome: TrainerOutcome) => void) => void;
  pause: (wanted: { run: string }, done: (outcome: TrainerOutcome) => void) => void;
  resume: (wanted: { run: string }, done: (outcome: TrainerOutcome) => void) => void;
  push: (wanted: { run: string; action: PushedAction }, done: (outcome: TrainerOutcome) => void) => void;
  mark: (wanted: { run: string; note: string }, done: (outcome: TrainerOutcome) => void) => void;
  openEar: (wanted: { trainee: string; mode: EarMode }, done: (outcome: EarOffer | Refused) => void) => void;
  answerEar: (wanted: { ear: string; answer: string }, done: (outcome: TrainerOutcome) => void) => void;
  closeEar: (wanted: { ear: string }, done: (outcome: TrainerOutcome) => void) => void;
}

/** What a trainer's page receives. */
export interface ToTrainerEvents {
  picture: (picture: TrainerPicture) => void;
  frame: (frame: TrainerFrame) => void;
}

/** What a trainee's tab receives: at once, and again at each change. */
export interface ToTraineeEvents {
  state: (state: TraineeState) => void;
}
