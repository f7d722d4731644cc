import type { After } from '../signalling/steady-timers';

/**
 * What came of a try to restart ICE.
 *
 * `agreed`: both sides check paths anew. `crossed`: the other side was negotiating too; another try is due shortly.
 * `unsent`: no answer, since SIP is gone. `refused`: answered by an error. `gone`: the server knows no such call.
 */
export type RestartOutcome = 'agreed' | 'crossed' | 'unsent' | 'refused' | 'gone';

/** Milliseconds a restart may take to find a path before the next one. */
export const checkingTime = 3000;
/** Milliseconds without a path after which the call is given up. */
export const pathPatience = 60_000;
/** RFC 3261, 14.1: whoever did not make the Call-ID, as we never do, waits for 0 to 2 s. */
export const longestCrossing = 2000;

export interface KeptCall {
  readonly after: After;
  restart(): Promise<RestartOutcome>;
  /** Whether ICE has a path, new or old, that answers. */
  standing(): boolean;
  /** No path for too long, or a call the server knows nothing of. */
  lost(): void;
}

/**
 * Brings the audio's path back: ICE restarts, as soon and as long as the server can be asked for them.
 *
 * ```
 *  well ──path broken──▶ broken, SIP up ──restart()──▶ asking ──agreed──▶ checking ──path found──▶ well
 *   ▲                      ▲      ▲                     │   │                │
 *   │               SIP back      └─0–2 s, crossed──────┘   │                │
 *   │                      │                         unsent │          3 s: once more
 *   │                    broken, SIP gone ◀─────────────────┘
 *   └── path found ── any
 * ```
 * A minute without a path, or a server that knows no such call: lost.
 */
export class PathKeeper {
  private reachable = true;
  private broken = false;
  private asking = false;
  private cancelTry: (() => void) | null = null;
  private cancelPatience: (() => void) | null = null;
  private ended = false;

  constructor(private readonly call: KeptCall) {}

  /** ICE lost the path. */
  pathBroken(): void {
    if (!this.broken) this.begin();
  }

  /** The path may lead through a network that is no more; SIP is to be had over the new one first. */
  networkChanged(): void {
    this.reachable = false;
    this.begin();
  }

  pathFound(): void {
    this.broken = false;
    this.stopTimers();
  }

  /** Whether the server can be asked for anything. */
  setReachable(reachable: boolean): void {
    const back = reachable && !this.reachable;
    this.reachable = reachable;
    if (back) this.try();
  }

  end(): void {
    this.ended = true;
    this.stopTimers();
  }

  private begin(): void {
    if (this.ended) return;
    this.broken = true;
    this.cancelPatience?.();
    this.cancelPatience = this.call.after(pathPatience, () => this.runOut());
    this.try();
  }

  private try(): void {
    this.cancelTry?.();
    this.cancelTry = null;
    if (this.ended || !this.broken || !this.reachable || this.asking) return;
    this.asking = true;
    void this.call.restart().then((outcome) => {
      this.asking = false;
      if (!this.ended && this.broken) this.tried(outcome);
    });
  }

  private tried(outcome: RestartOutcome): void {
    if (outcome === 'gone') return this.giveUp();
    const pause = outcome === 'crossed' ? Math.random() * longestCrossing : checkingTime;
    this.cancelTry = this.call.after(pause, () => {
      // A path that never failed tells of no change.
      if (outcome === 'agreed' && this.call.standing()) this.pathFound();
      else this.try();
    });
  }

  private runOut(): void {
    // An old path that outlived the change tells of nothing.
    if (this.call.standing()) this.pathFound();
    else this.giveUp();
  }

  private giveUp(): void {
    this.end();
    this.call.lost();
  }

  private stopTimers(): void {
    this.cancelTry?.();
    this.cancelPatience?.();
    this.cancelTry = this.cancelPatience = null;
  }
}
