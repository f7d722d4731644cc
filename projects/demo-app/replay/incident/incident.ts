/** Something that went wrong, or that the operator did, in a call. `atMs`: since both heard each other. */
export type IncidentEvent = { readonly atMs: number } & (
  | { readonly type: 'cut'; readonly link: 'mediatel' | 'sip'; readonly seconds: number }
  | {
      readonly type: 'badLine';
      readonly line: { readonly lossPercent: number; readonly delayMs: number; readonly jitterMs: number };
    }
  | { readonly type: 'goodLine' | 'audioGone' | 'audioBack' | 'stuck' | 'secondCall' | 'hold' | 'holdOver' }
);

/** One call of an incident. Times: monotonic milliseconds of the recording. */
export interface IncidentCall {
  readonly direction: 'outgoing' | 'incoming' | 'predictive';
  readonly queue: string | null;
  readonly beganMs: number;
  /** `null`: both never heard each other. */
  readonly joinedMs: number | null;
  readonly endedMs: number;
  readonly endedBy: 'operator' | 'customer';
  /** What became of it. `missed`: the operator's phone let it ring. `givenUp`: the caller hung up before. */
  readonly outcome: 'talked' | 'missed' | 'busy' | 'neverAnswers' | 'givenUp';
  readonly events: readonly IncidentEvent[];
}

/** What a recording shows, without the customers. */
export interface Incident {
  readonly calls: readonly IncidentCall[];
  /** The recording's beginning (ms, monotonic). */
  readonly beganMs: number;
  /** Faults outside of calls: a scenario has no place for them. */
  readonly elsewhere: number;
}
