import type { MediatelClock } from 'mediatel-lib/ports';
import type { ReconnectPolicy } from './reconnect-policy';

/** The least milliseconds from a failed try to the next. */
const breath = 50;

/**
 * When to try again, by the policy.
 *
 * A try that hung, or that the browser held back, has itself been the wait: so clients that began apart stay apart.
 */
export class Retries {
  private failures = 0;
  /** When the try under way began; `null` while there is none, or once it has come to a connection. */
  private beganAt: number | null = null;

  constructor(
    private readonly policy: ReconnectPolicy,
    private readonly clock: MediatelClock,
  ) {}

  begin(): void {
    this.beganAt = this.clock.monotonic();
  }

  /** Connected, or wanted by somebody anew: failures of before no longer count. */
  forget(): void {
    this.failures = 0;
    this.beganAt = null;
  }

  /** After a try that failed or a connection that was lost: milliseconds until the next try. */
  wait(): number {
    const waited = this.beganAt === null ? 0 : this.clock.monotonic() - this.beganAt;
    const delay = this.policy.delay(this.failures) - waited;
    this.failures += 1;
    this.beganAt = null;
    return Math.max(breath, delay);
  }
}
