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

/** Commands that this tab forwarded. Each ends with its answer, with the time-out, or when no answer can come. */
export class CommandCourier {
  /** What ends the wait for the answer, by the command's number. */
  readonly #waits = new Map<number, (outcome: ForwardOutcome) => void>();
  #sent = 0;

  /** Sends a command and waits for its answer. Never rejects. */
  send(post: (id: number) => void): Promise<ForwardOutcome> {
    const id = ++this.#sent;
    return new Promise((resolve) => {
      const limit = setTimeout(() => this.answered(id, notReached), answerLimit);
      const settle = (outcome: ForwardOutcome): void => {
        clearTimeout(limit);
        resolve(outcome);
      };
      this.#waits.set(id, settle);
      post(id);
    });
  }

  answered(id: number, answer: CommandAnswer): void {
    const settle = this.#waits.get(id);
    this.#waits.delete(id);
    settle?.(answer);
  }

  /** Gives up all commands, since nobody will answer them. */
  giveUp(): void {
    for (const id of [...this.#waits.keys()]) this.answered(id, notReached);
  }
}
