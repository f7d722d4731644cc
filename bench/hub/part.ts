import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Answer, Order } from './messages';

/** One of the benchmark's processes. Each has its own CPU time, so that the crowd's is not counted as the hub's. */
export class Part {
  readonly #child: ChildProcess;

  /** `name` is a file beside this one; the rest are its arguments. */
  constructor(name: string, ...args: readonly string[]) {
    this.#child = fork(new URL(`${name}.ts`, import.meta.url).pathname, args);
  }

  tell(order: Order): void {
    this.#child.send(order);
  }

  async answer(): Promise<Answer> {
    const died = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`a process of the benchmark ended with ${String(code)}`);
    });
    const [answer] = (await Promise.race([once(this.#child, 'message'), died])) as [Answer];
    return answer;
  }

  /** The port of a server. */
  async port(): Promise<number> {
    const answer = await this.answer();
    if (!('ready' in answer) || answer.port === undefined) throw new Error('a server of the benchmark has no port');
    return answer.port;
  }

  async report<T extends Answer>(): Promise<T> {
    this.tell({ do: 'report' });
    return (await this.answer()) as T;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    await gone;
  }
}
