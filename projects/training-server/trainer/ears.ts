import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { EarMode, EarOffer, EarView, Refused, TrainerOutcome, TrainerRefusal } from '../../training-kit';
import type { Cancel, Clock } from '../../server-kit';
import type { EarLine, EarLines } from './ear-line';
import { type EarEvent, type EarState, nextEarState } from './next-ear-state';

/** How long an ear waits for the trainer's socket, or for a tab of the trainee (ms). A reload of a page takes 2 s. */
export const earGraceMs = 10_000;
/** How long a browser may take to answer (ms): a person may have to allow the microphone. */
const answerMs = 60_000;

/** A trainer's page. Two pages of one trainer differ in `page`. */
export interface TrainerPage {
  readonly trainer: string;
  readonly page: string;
}

interface Ear extends TrainerPage {
  readonly id: string;
  readonly trainee: string;
  readonly mode: EarMode;
  state: EarState;
  line: EarLine | null;
  cancel: Cancel;
}

export interface EarsParts {
  readonly lines: EarLines;
  readonly extensionOf: (trainee: string) => string | null;
  readonly nameOf: (login: string) => string;
  /** Whether a tab of the trainee is connected and can show who listens. */
  readonly isWatchable: (trainee: string) => boolean;
  /** An ear of the trainee changed. It is called before anything is heard. */
  readonly changed: (trainee: string) => void;
  readonly clock: Pick<Clock, 'schedule'>;
  readonly log: Logger;
}

const modesForOne: Partial<Record<EarMode, TrainerRefusal>> = { customer: 'customer-taken', whisper: 'whisper-taken' };

const refused = (reason: TrainerRefusal, by?: string): Refused => ({
  outcome: 'refused',
  reason,
  ...(by === undefined ? {} : { by }),
});

/**
 * The trainers' ears. A trainer has one at most; one trainer is a trainee's customer, and one whispers.
 *
 * No ear opens unless a tab of the trainee can show it, and the tab shows it before anything is heard.
 */
export class Ears {
  readonly #ears = new Map<string, Ear>();
  readonly #waits = new Map<string, Cancel>();
  readonly #parts: EarsParts;

  constructor(parts: EarsParts) {
    this.#parts = parts;
  }

  all(): readonly EarView[] {
    return [...this.#ears.values()].flatMap((ear) => this.#viewOf(ear));
  }

  of(trainee: string): readonly EarView[] {
    return this.all().filter((ear) => ear.trainee === trainee);
  }

  /** Opens an ear in place of the trainer's earlier one. Never rejects. */
  async open(page: TrainerPage, trainee: string, mode: EarMode): Promise<EarOffer | Refused> {
    const extension = this.#parts.extensionOf(trainee);
    if (extension === null) return refused('unknown-trainee');
    if (!this.#parts.isWatchable(trainee)) return refused('trainee-away');
    const taken = modesForOne[mode];
    const holder = [...this.#ears.values()].find(
      (ear) => ear.trainee === trainee && ear.mode === mode && ear.trainer !== page.trainer,
    );
    if (taken && holder) return refused(taken, this.#parts.nameOf(holder.trainer));
    this.#closeAll(({ trainer }) => trainer === page.trainer);
    const ear: Ear = {
      ...page,
      id: randomUUID(),
      trainee,
      mode,
      state: 'opening',
      line: null,
      cancel: () => undefined,
    };
    this.#ears.set(ear.id, ear);
    ear.cancel = this.#parts.clock.schedule(answerMs, () => this.#enter(ear, 'graceOver'));
    this.#parts.changed(trainee);
    this.#parts.log.info({ trainer: page.trainer, trainee, mode }, 'ear opens');
    try {
      ear.line = this.#parts.lines.openEar(extension, { mode }, { closed: () => this.#enter(ear, 'failed') });
      const offer = await ear.line.createOffer();
      if (this.#ears.has(ear.id)) return { outcome: 'offered', ear: ear.id, offer };
    } catch (error) {
      this.#parts.log.error({ err: error, trainee }, 'ear could not be opened');
      this.#enter(ear, 'failed');
    }
    return refused('no-sound');
  }

  /** The browser's SDP answer. Never rejects. */
  async answer({ trainer }: TrainerPage, id: string, answer: string): Promise<TrainerOutcome> {
    const ear = this.#ears.get(id);
    if (ear?.trainer !== trainer || ear.state !== 'opening' || !ear.line) return refused('unknown-ear');
    try {
      await ear.line.acceptAnswer(answer);
    } catch (error) {
      this.#parts.log.warn({ err: error, trainee: ear.trainee }, 'the answer of an ear could not be used');
      this.#enter(ear, 'failed');
      return refused('no-sound');
    }
    if (!this.#ears.has(id)) return refused('unknown-ear');
    this.#enter(ear, 'answered');
    return { outcome: 'done' };
  }

  close({ trainer }: TrainerPage, id: string): TrainerOutcome {
    const ear = this.#ears.get(id);
    if (ear?.trainer !== trainer) return refused('unknown-ear');
    this.#enter(ear, 'closed');
    return { outcome: 'done' };
  }

  /** The page's socket is gone. `leaves`: the page itself said so. */
  trainerLost({ trainer, page }: TrainerPage, leaves: boolean): void {
    for (const ear of this.#of(trainer, page)) this.#enter(ear, leaves ? 'closed' : 'trainerLost');
  }

  trainerBack({ trainer, page }: TrainerPage): void {
    for (const ear of this.#of(trainer, page)) this.#enter(ear, 'trainerBack');
  }

  /** The trainee's first tab has connected, or the last one is gone. Nobody listens for long unseen. */
  watchableChanged(trainee: string): void {
    this.#waits.get(trainee)?.();
    this.#waits.delete(trainee);
    if (this.#parts.isWatchable(trainee) || this.of(trainee).length === 0) return;
    const end = (): void => {
      this.#waits.delete(trainee);
      for (const ear of [...this.#ears.values()]) if (ear.trainee === trainee) this.#enter(ear, 'graceOver');
    };
    this.#waits.set(trainee, this.#parts.clock.schedule(earGraceMs, end));
  }

  closeAll(): void {
    this.#closeAll(() => true);
    for (const cancel of this.#waits.values()) cancel();
    this.#waits.clear();
  }

  #closeAll(which: (ear: Ear) => boolean): void {
    for (const ear of [...this.#ears.values()]) if (which(ear)) this.#enter(ear, 'closed');
  }

  #of(trainer: string, page: string): Ear[] {
    return [...this.#ears.values()].filter((ear) => ear.trainer === trainer && ear.page === page);
  }

  #enter(ear: Ear, event: EarEvent): void {
    const state = nextEarState(ear.state, event);
    if (state === ear.state) return;
    ear.state = state;
    ear.cancel();
    ear.cancel =
      state === 'lost' ? this.#parts.clock.schedule(earGraceMs, () => this.#enter(ear, 'graceOver')) : () => undefined;
    if (state === 'closed') {
      this.#ears.delete(ear.id);
      ear.line?.close();
      const { trainer, trainee, mode } = ear;
      this.#parts.log.info({ trainer, trainee, mode, event }, 'ear closed');
    }
    this.#parts.changed(ear.trainee);
  }

  #viewOf({ id, trainer, trainee, mode, state }: Ear): readonly EarView[] {
    return state === 'closed' ? [] : [{ id, trainer, name: this.#parts.nameOf(trainer), trainee, mode, state }];
  }
}
