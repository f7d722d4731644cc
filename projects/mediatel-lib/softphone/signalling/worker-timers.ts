/** Calls `run` once, `ms` milliseconds from now; returns the way to call it off. */
export type After = (ms: number, run: () => void) => () => void;

/** Timers of the page's own: in a tab long hidden, browsers may let them wait for up to a minute. */
export const pageTimers: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** The whole worker: it sleeps for the page and says when. */
const source = 'onmessage=({data:[id,ms]})=>setTimeout(()=>postMessage(id),ms)';

interface TrustedTypePolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Made once: a page under a strict policy may make each only once. */
let policy: ReturnType<TrustedTypePolicies['createPolicy']> | undefined;

/** A library can't bring a worker's file into its host's build, so the worker comes from a blob. */
function startWorker(): Worker {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypePolicies };
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    policy ??= trustedTypes?.createPolicy('mediatel', { createScriptURL: (url) => url });
    return new Worker(policy?.createScriptURL(address) ?? address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

interface Waiting {
  readonly due: number;
  readonly run: () => void;
  /** Calls off the page's own timer, where there is no worker to sleep. */
  cancel: () => void;
}

/**
 * Timers counted in a worker, which browsers do not throttle as they do those of a hidden page.
 *
 * Where a Content-Security-Policy allows no worker (`worker-src blob:`, and `mediatel` among the Trusted Types), the page's
 * own timers do: everything still works, but in a hidden tab late.
 */
export class WorkerTimers {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  constructor() {
    // Refused by the policy, or by a second copy of the library that holds the name.
    try {
      this.worker = startWorker();
      this.worker.onmessage = ({ data }: MessageEvent<number>) => this.ring(data);
      // Some browsers tell of the policy's refusal only now.
      this.worker.onerror = () => this.fallBack();
    } catch {
      this.worker = null;
    }
  }

  readonly after: After = (ms, run) => {
    const id = (this.count += 1);
    this.waiting.set(id, { due: performance.now() + ms, run, cancel: () => undefined });
    if (this.worker) this.worker.postMessage([id, ms]);
    else this.countHere(id, ms);
    return () => {
      this.waiting.get(id)?.cancel();
      this.waiting.delete(id);
    };
  };

  close(): void {
    for (const { cancel } of this.waiting.values()) cancel();
    this.waiting.clear();
    this.worker?.terminate();
    this.worker = null;
  }

  private ring(id: number): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    waiting?.run();
  }

  private fallBack(): void {
    this.worker = null;
    for (const [id, { due }] of this.waiting) this.countHere(id, due - performance.now());
  }

  private countHere(id: number, ms: number): void {
    const waiting = this.waiting.get(id);
    if (waiting) waiting.cancel = pageTimers(ms, () => this.ring(id));
  }
}
