import type { Ear, EarMode } from './ear';
import type { EarOrder, EarQuestion } from './sound-messages';

/** A trainer's leg whose sound is made in another thread. */
export class DistantEar implements Ear {
  readonly #tell: (order: EarOrder) => void;
  readonly #ask: (question: EarQuestion) => Promise<string | undefined>;

  constructor(tell: (order: EarOrder) => void, ask: (question: EarQuestion) => Promise<string | undefined>) {
    this.#tell = tell;
    this.#ask = ask;
  }

  async createOffer(): Promise<string> {
    return (await this.#ask({ what: 'createOffer' })) ?? '';
  }

  async acceptAnswer(sdp: string): Promise<void> {
    await this.#ask({ what: 'acceptAnswer', sdp });
  }

  setMode(mode: EarMode): void {
    this.#tell({ what: 'mode', mode });
  }

  close(): void {
    this.#tell({ what: 'close' });
  }
}
