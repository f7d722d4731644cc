import type { ForwardOutcome } from 'mediatel-lib/ports';
import type { CommandAnswer } from './tab-message';

/**
 * How long after sending the leader accepts a command (ms). A command that waited for a hung tab must not be executed
 * late.
 */
export const commandAge = 1000;

/** How long a tab waits for the answer (ms): the leader's limit, plus time for the answer to arrive. */
const answerLimit = 2 * commandAge;

const notReached: ForwardOutcome = { status: 'not-reached' };

interface Errand {
  readonly leader: string;
  readonly settle: (outcome: ForwardOutcome) => void;
}

/** Commands that this tab forwarded. Each ends with its answer, with another leader, or with the time-out. */
export class CommandCourier {
  readonly #errands = new Map<number, Errand>();
  #sent = 0;

  /** Sends a command and waits for its answer. Never rejects. */
  send(leader: string, post: (id: number) => void): Promise<ForwardOutcome> {
    const id = ++this.#sent;
    return new Promise((resolve) => {
      const limit = setTimeout(() => this.answered(id, notReached), answerLimit);
      const settle = (outcome: ForwardOutcome): void => {
        clearTimeout(limit);
        resolve(outcome);
      };
      this.#errands.set(id, { leader, settle });
      post(id);
    });
  }

  answered(id: number, answer: CommandAnswer): void {
    const errand = this.#errands.get(id);
    this.#errands.delete(id);
    errand?.settle(answer);
  }

  /** Gives up the commands to any other leader, since nobody will answer them. */
  follow(leader: string | null): void {
    for (const [id, errand] of this.#errands) if (errand.leader !== leader) this.answered(id, notReached);
  }
}
