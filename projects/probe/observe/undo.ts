/** How long one thing that was begun may take to end (ms). */
const patienceMs = 8000;

/** Ends what a probe began, the last thing first, whatever happened meanwhile. */
export class Undo {
  readonly #begun: { readonly what: string; readonly end: () => Promise<unknown> }[] = [];

  /** `end` must find out by itself whether there is still something to end. */
  add(what: string, end: () => Promise<unknown>): void {
    this.#begun.push({ what, end });
  }

  /** Ends everything. Returns what could not be ended. Never rejects. */
  async all(): Promise<readonly string[]> {
    const left: string[] = [];
    for (const { what, end } of this.#begun.splice(0).toReversed()) {
      try {
        await limited(end());
      } catch {
        left.push(what);
      }
    }
    return left;
  }
}

async function limited(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('not in time')), patienceMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
