import type { HeardRecording } from '../../training-kit';

/** A question to the hearing thread. */
export interface HearingQuestion {
  readonly id: number;
  /** The recording's file. */
  readonly path: string;
}

/** The thread's answer. `heard` is `null` if there is no such file. */
export type HearingAnswer =
  { readonly id: number; readonly heard: HeardRecording | null } | { readonly id: number; readonly fault: string };
