import type { ForwardOutcome } from 'mediatel-lib/ports';
import type { CommandAnswer } from './tab-message';

/** How long (ms) the leader takes commands after they were sent: one that lay before a hung tab must not be carried out late. */
export const commandAge = 1000;

/** How long (ms) a tab waits for the answer: the leader's limit, and time for the answer to come. */
const answerLimit = 2 * commandAge;

const notReached: ForwardOutcome = { status: 'not-reached' };

interface Errand {
  readonly leader: string;
  readonly settle: (outcome: ForwardOutcome) => void;
}

/** The commands that this tab forwarded, until each is answered, its leader is replaced, or the time is up. */
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

  /** Gives up what was sent to any other than this leader: nobody will answer it. */
  follow(leader: string | null): void {
    for (const [id, errand] of this.#errands) if (errand.leader !== leader) this.answered(id, notReached);
  }
}
