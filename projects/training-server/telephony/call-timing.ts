/** Durations of a training call. Milliseconds. */
export interface CallTiming {
  /** How long the operator's tab may ring before the call is given up (protocol.md §4: -223). */
  readonly answerTimeoutMs: number;
  /** From the tab's 200, or from our 200 to a reloaded page, until the audio path must be up. */
  readonly mediaTimeoutMs: number;
  /** How long a customer who will answer lets it ring. */
  readonly customerRingMs: number;
  /** How long a customer who never answers is rung. */
  readonly noAnswerMs: number;
  /** From dialling until the customer is reported busy. */
  readonly busyAfterMs: number;
  /**
   * How long the operator hears the busy tone, or silence after no answer, at most. A backstop: usually the agent
   * machine ends the call after its `busyToneMs`, or at once.
   */
  readonly failureToneMs: number;
  /** How long the customer who hangs up talks before. */
  readonly hangUpAfterMs: number;
  /**
   * After this long without sound from an operator who is not on hold, their tab counts as gone. A page that comes back
   * within a minute finds its call.
   */
  readonly mediaSilenceMs: number;
  /** Between the session refreshes (RFC 4028); 0: no refresh. */
  readonly sessionRefreshMs: number;
}

export const defaultTiming: CallTiming = {
  answerTimeoutMs: 10_000,
  mediaTimeoutMs: 8_000,
  customerRingMs: 2_500,
  noAnswerMs: 15_000,
  busyAfterMs: 1_000,
  failureToneMs: 2_500,
  hangUpAfterMs: 5_000,
  mediaSilenceMs: 75_000,
  sessionRefreshMs: 90_000,
};
