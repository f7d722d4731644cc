import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';

/** One of a benchmark's processes. Each has its own CPU time, so that the load's is not counted as the server's. */
export class Part<Order extends object, Answer extends object> {
  readonly #child: ChildProcess;

  constructor(file: URL, args: readonly string[] = [], options: ForkOptions = {}) {
    this.#child = fork(file.pathname, args, options);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  tell(order: Order): void {
    this.#child.send(order);
  }

  /** The next message. Rejects if the process ends. */
  async answer(): Promise<Answer> {
    const settled = new AbortController();
    const died = once(this.#child, 'exit', { signal: settled.signal }).then(([code]) => {
      throw new Error(`a process of the benchmark ended with ${String(code)}`);
    });
    // Aborted once an answer has come.
    died.catch(() => undefined);
    const [answer] = (await Promise.race([once(this.#child, 'message'), died])) as [Answer];
    settled.abort();
    return answer;
  }

  async ask<T extends Answer>(order: Order): Promise<T> {
    this.tell(order);
    return (await this.answer()) as T;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    await gone;
  }
}
