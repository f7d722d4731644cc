import type { MediaFlowStatus, MediaFlowReason, QualityAlarm, QualityRating } from 'mediatel-lib/ports';

/** Texts about a call's audio: the meters, the quality badge, the problem notice. */
export interface AudioLabels {
  /** Beside a level meter: whether this direction is heard, in a word. */
  readonly heard: Readonly<Record<MediaFlowStatus, string>>;
  /** Why the operator is not heard, and what to do; “quiet” is no fault. */
  readonly outgoing: Readonly<Record<MediaFlowReason, string>>;
  /** Why the customer is not heard, and what to do. */
  readonly incoming: Readonly<Record<MediaFlowReason, string>>;
  /** The quality badge. */
  readonly quality: Readonly<Record<QualityRating, string>>;
  /** The problem notice: what a quality alarm means for the conversation. */
  readonly alarm: Readonly<Record<QualityAlarm, string>>;
  /** The badge's tooltip: MOS, delay and jitter in milliseconds, loss in percent, all formatted. */
  readonly figures: (mos: string, delay: string, jitter: string, loss: string) => string;
}
