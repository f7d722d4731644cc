import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Load } from './messages';

/** Measures what this process costs, from `start()` on. */
export class LoadMeter {
  readonly #delay = monitorEventLoopDelay({ resolution: 10 });
  #before = process.cpuUsage();

  start(): void {
    this.#before = process.cpuUsage();
    this.#delay.enable();
    this.#delay.reset();
  }

  read(): Load {
    const { user, system } = process.cpuUsage(this.#before);
    return {
      cpu: user + system,
      lag: this.#delay.percentile(99) / 1e6,
      worstLag: this.#delay.max / 1e6,
      memory: process.memoryUsage().rss,
    };
  }
}
