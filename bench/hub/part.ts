import { Part as Process } from '../part';
import type { Answer, Order } from './messages';

/** A process of the hub's benchmark. */
export class Part extends Process<Order, Answer> {
  /** `name` is a file beside this one; the rest are its arguments. */
  constructor(name: string, ...args: readonly string[]) {
    super(new URL(`${name}.ts`, import.meta.url), args);
  }

  /** The port of a server. */
  async port(): Promise<number> {
    const answer = await this.answer();
    if (!('ready' in answer) || answer.port === undefined) throw new Error('a server of the benchmark has no port');
    return answer.port;
  }

  report<T extends Answer>(): Promise<T> {
    return this.ask<T>({ do: 'report' });
  }
}
