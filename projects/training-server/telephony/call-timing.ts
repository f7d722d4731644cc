/** How long things take in a training call. Milliseconds. */
export interface CallTiming {
  /** The operator's tab may ring so long before the call is given up (protocol.md §4: -223). */
  readonly answerTimeoutMs: number;
  /** From the tab's 200 until its audio path must be up. */
  readonly mediaTimeoutMs: number;
  /** A customer who will answer lets it ring so long. */
  readonly customerRingMs: number;
  /** A customer who never answers is rung so long. */
  readonly noAnswerMs: number;
  /** From dialling until a busy customer is found busy. */
  readonly busyAfterMs: number;
  /**
   * The operator hears the busy tone, or quiet after no answer, so long at most. A backstop: the agent machine ends the call
   * after its `busyToneMs`, or at once, and this hangs up only where it did not.
   */
  readonly failureToneMs: number;
  /** The customer who hangs up does so after talking this long. */
  readonly hangUpAfterMs: number;
  /** Without any sound from an operator who is not on hold for so long, their tab counts as gone. */
  readonly mediaSilenceMs: number;
  /** From one session refresh (RFC 4028) to the next; 0: none. */
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
  mediaSilenceMs: 30_000,
  sessionRefreshMs: 90_000,
};
