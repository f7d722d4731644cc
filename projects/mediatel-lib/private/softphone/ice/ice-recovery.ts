import type { After } from '../signalling/worker-timers';
import {
  type Recovery,
  type RecoveryInput,
  type RestartOutcome,
  isRestartDue,
  nextRecovery,
  wellAtFirst,
} from './next-recovery';

/** How long a restart may take to find a path before the next one (ms). */
export const checkingTime = 3000;
/** How long a call may be without a path before it is ended (ms). */
export const pathPatience = 60_000;
/**
 * Longest pause after glare (ms). RFC 3261, 14.1: who did not create the Call-ID, as we never do, waits for 0 to 2 s.
 */
export const longestCrossing = 2000;

/** What makes the tries. */
interface RestartingIce {
  /** How long the server asked to wait in its last answer (ms). */
  readonly wait: number;
  restart(): Promise<RestartOutcome>;
}

/** What the recovery uses of a call. */
export interface RecoveringCall {
  readonly after: After;
  readonly ice: RestartingIce;
  /** Whether ICE has a working path, new or old. */
  standing(): boolean;
  /** Whether a minute without a path ends the call. */
  mayEnd(): boolean;
  /** There was no path for too long, or the server does not know the call. */
  lost(): void;
}

/** Recovers the audio path by ICE restarts (RFC 8445), as long as SIP reaches the server. */
export class IceRecovery {
  #state: Recovery = wellAtFirst;
  #cancelPause: (() => void) | null = null;
  #cancelPatience: (() => void) | null = null;
  readonly #call: RecoveringCall;

  constructor(call: RecoveringCall) {
    this.#call = call;
  }

  /** The call has no path yet, and gets one however long that takes: an earlier page's call is never given up. */
  resume(): void {
    this.#enter({ type: 'reachable', reachable: false });
    this.#enter({ type: 'pathBroken' });
  }

  get isWell(): boolean {
    return this.#state.status === 'well' && !this.#state.asking;
  }

  /** The call has another connection, which has no path yet. */
  renew(): void {
    this.#enter({ type: 'pathBroken' });
  }

  /** ICE lost the path. */
  pathBroken(): void {
    if (this.#state.status === 'well') this.#beginPatience();
    this.#enter({ type: 'pathBroken' });
  }

  /** The path may lead through a network that is gone. */
  networkChanged(): void {
    this.#beginPatience();
    this.#enter({ type: 'networkChanged' });
  }

  pathFound(): void {
    this.#enter({ type: 'pathFound' });
  }

  /** Whether SIP reaches the server. */
  setReachable(reachable: boolean): void {
    this.#enter({ type: 'reachable', reachable });
  }

  end(): void {
    this.#enter({ type: 'ended' });
  }

  #enter(input: RecoveryInput): void {
    const before = this.#state;
    const state = (this.#state = nextRecovery(before, input));
    if (state.status !== 'broken') this.#cancelPatience?.();
    if (state.status !== 'broken' || !state.pausing) this.#cancelPause?.();
    if (state.status === 'ended' && before.status !== 'ended' && input.type !== 'ended') this.#call.lost();
    if (isRestartDue(state)) this.#requestRestart();
  }

  #requestRestart(): void {
    this.#enter({ type: 'asked' });
    void this.#call.ice.restart().then((outcome) => {
      this.#enter({ type: 'answered', outcome });
      if (this.#state.status === 'broken' && this.#state.pausing) this.#beginPause(outcome);
    });
  }

  #beginPause(outcome: RestartOutcome): void {
    const pause = outcome === 'crossed' ? Math.random() * longestCrossing : checkingTime;
    this.#cancelPause = this.#call.after(Math.max(pause, this.#call.ice.wait), () => {
      // If the path never failed, ICE reports no change.
      this.#enter({ type: 'pauseOver', standing: outcome === 'agreed' && this.#call.standing() });
    });
  }

  #beginPatience(): void {
    if (this.#state.status === 'ended') return;
    this.#cancelPatience?.();
    this.#cancelPatience = this.#call.after(pathPatience, () => {
      if (!this.#call.mayEnd()) return this.#beginPatience();
      // If the old path survived the change, ICE reports nothing.
      this.#enter({ type: 'patienceOver', standing: this.#call.standing() });
    });
  }
}
