import type { After } from '../signalling/worker-timers';
import {
  type Recovery,
  type RecoveryInput,
  type RestartOutcome,
  isRestartDue,
  nextRecovery,
  wellAtFirst,
} from './next-recovery';

/** Milliseconds a restart may take to find a path before the next one. */
export const checkingTime = 3000;
/** Milliseconds without a path after which the call is given up. */
export const pathPatience = 60_000;
/** RFC 3261, 14.1: whoever did not make the Call-ID, as we never do, waits for 0 to 2 s. */
export const longestCrossing = 2000;

export interface RecoveringCall {
  readonly after: After;
  restart(): Promise<RestartOutcome>;
  /** Whether ICE has a path, new or old, that answers. */
  standing(): boolean;
  /** No path for too long, or a call the server knows nothing of. */
  lost(): void;
}

/** Brings the audio's path back: ICE restarts (RFC 8445), as soon and as long as the server can be asked for them. */
export class IceRecovery {
  private state: Recovery = wellAtFirst;
  private cancelPause: (() => void) | null = null;
  private cancelPatience: (() => void) | null = null;

  constructor(private readonly call: RecoveringCall) {}

  /** ICE lost the path. */
  pathBroken(): void {
    if (this.state.status === 'well') this.beginPatience();
    this.enter({ type: 'pathBroken' });
  }

  /** The path may lead through a network that is no more. */
  networkChanged(): void {
    this.beginPatience();
    this.enter({ type: 'networkChanged' });
  }

  pathFound(): void {
    this.enter({ type: 'pathFound' });
  }

  /** Whether the server can be asked for anything. */
  setReachable(reachable: boolean): void {
    this.enter({ type: 'reachable', reachable });
  }

  end(): void {
    this.enter({ type: 'ended' });
  }

  private enter(input: RecoveryInput): void {
    const before = this.state;
    const state = (this.state = nextRecovery(before, input));
    if (state.status !== 'broken') this.cancelPatience?.();
    if (state.status !== 'broken' || !state.pausing) this.cancelPause?.();
    if (state.status === 'ended' && before.status !== 'ended' && input.type !== 'ended') this.call.lost();
    if (isRestartDue(state)) this.ask();
  }

  private ask(): void {
    this.enter({ type: 'asked' });
    void this.call.restart().then((outcome) => {
      this.enter({ type: 'answered', outcome });
      if (this.state.status === 'broken' && this.state.pausing) this.beginPause(outcome);
    });
  }

  private beginPause(outcome: RestartOutcome): void {
    const pause = outcome === 'crossed' ? Math.random() * longestCrossing : checkingTime;
    this.cancelPause = this.call.after(pause, () => {
      // A path that never failed tells of no change.
      this.enter({ type: 'pauseOver', standing: outcome === 'agreed' && this.call.standing() });
    });
  }

  private beginPatience(): void {
    if (this.state.status === 'ended') return;
    this.cancelPatience?.();
    this.cancelPatience = this.call.after(pathPatience, () => {
      // An old path that outlived the change tells of nothing.
      this.enter({ type: 'patienceOver', standing: this.call.standing() });
    });
  }
}
