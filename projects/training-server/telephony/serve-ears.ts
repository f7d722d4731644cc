import type { Sounds } from './call-sound';
import type { Ear, EarMode } from './ear';
import type { EarOrder, EarQuestion, SoundReply } from './sound-messages';

/** Carries out in the sound thread what is wanted of the trainers' legs. */
export class ServedEars {
  readonly #ears = new Map<number, Ear>();
  readonly #sounds: Sounds;
  readonly #reply: (message: SoundReply) => void;

  constructor(sounds: Sounds, reply: (message: SoundReply) => void) {
    this.#sounds = sounds;
    this.#reply = reply;
  }

  open(ear: number, extension: string, mode: EarMode): void {
    const closed = (): void => {
      this.#ears.delete(ear);
      this.#reply({ type: 'earClosed', ear });
    };
    this.#ears.set(ear, this.#sounds.openEar(extension, mode, { closed }));
  }

  async ask(ear: number, question: EarQuestion): Promise<string | undefined> {
    const leg = this.#ears.get(ear);
    if (!leg) throw new Error('the leg is closed');
    if (question.what === 'createOffer') return leg.createOffer();
    await leg.acceptAnswer(question.sdp);
    return undefined;
  }

  obey(ear: number, order: EarOrder): void {
    if (order.what === 'mode') return this.#ears.get(ear)?.setMode(order.mode);
    this.#ears.get(ear)?.close();
    this.#ears.delete(ear);
  }
}
