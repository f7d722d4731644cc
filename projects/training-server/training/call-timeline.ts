import type { TimelineEvent } from '../../training-kit';

type WithoutTime<E> = E extends unknown ? Omit<E, 'atMs'> : never;

/** A timeline's event without its time. */
export type Moment = WithoutTime<TimelineEvent>;

/** A moment, and when it was: monotonic milliseconds. */
export interface TimedMoment {
  readonly moment: Moment;
  readonly elapsed: number;
}

/** A person can send keys without end. */
const mostMoments = 2000;

/**
 * What happened in one call. The recording's beginning is known only after the call rings, so that times are computed
 * when the timeline is read.
 */
export class CallTimeline {
  readonly #moments: TimedMoment[] = [];
  /** The recording's beginning by the monotonic clock; until it is known, the first moment. */
  #origin: number | null = null;

  get moments(): readonly TimedMoment[] {
    return this.#moments;
  }

  get origin(): number {
    return this.#origin ?? this.#moments[0]?.elapsed ?? 0;
  }

  /** `false`: there are too many. */
  add(moment: Moment, elapsed: number): boolean {
    if (this.#moments.length >= mostMoments) return false;
    this.#moments.push({ moment, elapsed });
    return true;
  }

  /** The recording began then. A later, more exact report replaces an earlier one. */
  recordedSince(elapsed: number): void {
    this.#origin = elapsed;
  }

  events(): TimelineEvent[] {
    return timelineOf(this.#moments, this.origin);
  }
}

/** Events with their milliseconds in the recording. */
export const timelineOf = (moments: readonly TimedMoment[], origin: number): TimelineEvent[] =>
  moments.map(({ moment, elapsed }) => ({ ...moment, atMs: Math.round(elapsed - origin) }));
