import type { MediatelClock } from 'mediatel-lib/ports';
import type { ReconnectPolicy } from './reconnect-policy';

/** Shortest time from a failed try to the next (ms). */
const breath = 50;

/**
 * When to retry, by the policy.
 *
 * Time that a try hung, or that the browser delayed it, counts as waiting time. So clients that began apart stay
 * apart.
 */
export class Retries {
  private failures = 0;
  /** When the current try began; `null` if there is none, or if it has succeeded. */
  private beganAt: number | null = null;

  constructor(
    private readonly policy: ReconnectPolicy,
    private readonly clock: MediatelClock,
  ) {}

  begin(): void {
    this.beganAt = this.clock.monotonic();
  }

  /** Resets the count of failures: the connection is open, or somebody requested a new one. */
  forget(): void {
    this.failures = 0;
    this.beganAt = null;
  }

  /** Milliseconds until the next try, after a failed try or a lost connection. */
  wait(): number {
    const waited = this.beganAt === null ? 0 : this.clock.monotonic() - this.beganAt;
    const delay = this.policy.delay(this.failures) - waited;
    this.failures += 1;
    this.beganAt = null;
    return Math.max(breath, delay);
  }
}
