import type { MediaFlowStatus, MediaFlowReason, QualityAlarm, QualityRating } from 'mediatel-lib/ports';

/** What is said of a call's sound. */
export interface AudioLabels {
  /** One direction in a word. */
  readonly heard: Readonly<Record<MediaFlowStatus, string>>;
  /** Why the operator is not heard, and what to do; “quiet” is no fault. */
  readonly outgoing: Readonly<Record<MediaFlowReason, string>>;
  /** Why the customer is not heard, and what to do. */
  readonly incoming: Readonly<Record<MediaFlowReason, string>>;
  readonly quality: Readonly<Record<QualityRating, string>>;
  /** What an alarm means to two people talking. */
  readonly alarm: Readonly<Record<QualityAlarm, string>>;
  /** The figures behind the rating: milliseconds, percent. */
  readonly figures: (mos: string, delay: string, jitter: string, loss: string) => string;
}
