import type { CallSound, Tone } from './call-sound';
import type { Order, Question } from './sound-messages';

/** One call's sound, made in another thread. */
export class DistantSound implements CallSound {
  readonly #tell: (order: Order) => void;
  readonly #ask: (question: Question) => Promise<string | undefined>;

  constructor(tell: (order: Order) => void, ask: (question: Question) => Promise<string | undefined>) {
    this.#tell = tell;
    this.#ask = ask;
  }

  async createOffer(): Promise<string> {
    return (await this.#ask({ what: 'createOffer' })) ?? '';
  }

  async acceptAnswer(sdp: string): Promise<void> {
    await this.#ask({ what: 'acceptAnswer', sdp });
  }

  async takeBackOffer(): Promise<void> {
    await this.#ask({ what: 'takeBackOffer' });
  }

  async answerOffer(sdp: string, isDeaf = false): Promise<string> {
    return (await this.#ask({ what: 'answerOffer', sdp, isDeaf })) ?? '';
  }

  begin(): void {
    this.#tell({ what: 'begin' });
  }

  play(tone: Tone): void {
    this.#tell({ what: 'play', tone });
  }

  join(): void {
    this.#tell({ what: 'join' });
  }

  hold(held: boolean, byOperator: boolean): void {
    this.#tell({ what: 'hold', held, byOperator });
  }

  mute(muted: boolean): void {
    this.#tell({ what: 'mute', muted });
  }

  say(samples: Int16Array): void {
    // A copy, which the thread gets: the caller may say the same samples again.
    this.#tell({ what: 'say', samples: samples.slice() });
  }

  hush(): void {
    this.#tell({ what: 'hush' });
  }

  setGone(gone: boolean): void {
    this.#tell({ what: 'gone', gone });
  }

  hangUp(): void {
    this.#tell({ what: 'hangUp' });
  }

  close(): void {
    this.#tell({ what: 'close' });
  }

  async finish(): Promise<void> {
    // If the thread is gone, there is nothing left to finish.
    await this.#ask({ what: 'finish' }).catch(() => undefined);
  }
}
