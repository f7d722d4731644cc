/** Calls `run` once after `ms` milliseconds. Returns a function that cancels it. */
export type After = (ms: number, run: () => void) => () => void;

/** The page's own timers. In a tab that is hidden for long, browsers may delay them by up to a minute. */
export const pageTimers: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** The whole worker: it waits for the page and reports the end. */
const source = 'onmessage=({data:[id,ms]})=>setTimeout(()=>postMessage(id),ms)';

interface TrustedTypePolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Created once: a page under a strict policy may allow each policy only once. */
let policy: ReturnType<TrustedTypePolicies['createPolicy']> | undefined;

/** Starts the worker from a blob, since a library can't add a worker's file to its host's build. */
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
  /** Cancels the page's own timer, if there is no worker. */
  cancel: () => void;
}

/**
 * Timers in a worker, which browsers do not throttle like those of a hidden page.
 *
 * If a Content-Security-Policy allows no worker (it needs `worker-src blob:`, and `mediatel` among the Trusted
 * Types), the page's own timers are used. Everything still works, but late in a hidden tab.
 */
export class WorkerTimers {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  constructor() {
    // Throws if the policy refuses, or if a second copy of the library uses the name.
    try {
      this.#worker = startWorker();
      this.#worker.onmessage = ({ data }: MessageEvent<number>) => this.#ring(data);
      // Some browsers report the policy's refusal only now.
      this.#worker.onerror = () => this.#fallBack();
    } catch {
      this.#worker = null;
    }
  }

  readonly after: After = (ms, run) => {
    const id = (this.#count += 1);
    this.#waiting.set(id, { due: performance.now() + ms, run, cancel: () => undefined });
    if (this.#worker) this.#worker.postMessage([id, ms]);
    else this.#countHere(id, ms);
    return () => {
      this.#waiting.get(id)?.cancel();
      this.#waiting.delete(id);
    };
  };

  close(): void {
    for (const { cancel } of this.#waiting.values()) cancel();
    this.#waiting.clear();
    this.#worker?.terminate();
    this.#worker = null;
  }

  #ring(id: number): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.run();
  }

  #fallBack(): void {
    this.#worker = null;
    for (const [id, { due }] of this.#waiting) this.#countHere(id, due - performance.now());
  }

  #countHere(id: number, ms: number): void {
    const waiting = this.#waiting.get(id);
    if (waiting) waiting.cancel = pageTimers(ms, () => this.#ring(id));
  }
}
