import type { ForwardOutcome } from 'mediatel-lib/ports';
import type { CommandAnswer } from './tab-message';

/**
 * How long after sending the leader accepts a command (ms). A command that waited for a hung tab must not be executed
 * late.
 */
export const commandAge = 1000;

/**
 * The last part (ms) of the wait for an answer. It begins when the rest is over, or when the leader's page ended: the
 * browser may report the time or the end before messages that the leader sent earlier.
 */
const lastPart = 1000;

const notReached: ForwardOutcome = { status: 'not-reached' };
const unknown: ForwardOutcome = { status: 'unknown' };

/** A command that waits for its answer. */
interface Wait {
  readonly resolve: (outcome: ForwardOutcome) => void;
  /** Whether the leader reported that it takes the command. It does so before it sends anything. */
  isTaken: boolean;
  isLastPart: boolean;
  timer: ReturnType<typeof setTimeout>;
}

/**
 * Commands that this tab forwarded. Each ends with its answer, with the time-out, or when no answer can come.
 *
 * Without an answer, a command is `not-reached` only if every message of the leader had time to arrive and none said
 * that the leader takes it.
 */
export class CommandCourier {
  /** The waiting commands, by number. */
  readonly #waits = new Map<number, Wait>();
  #sent = 0;

  /** Sends a command and waits for its answer. Never rejects. */
  send(post: (id: number) => void): Promise<ForwardOutcome> {
    const id = ++this.#sent;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#beginLastPart(id), commandAge);
      this.#waits.set(id, { resolve, isTaken: false, isLastPart: false, timer });
      post(id);
    });
  }

  /** The leader takes the command: from now on it may be done. */
  taking(id: number): void {
    const wait = this.#waits.get(id);
    if (wait !== undefined) wait.isTaken = true;
  }

  answered(id: number, answer: CommandAnswer): void {
    this.#end(id, answer);
  }

  /** The leader's page ended. It answers no more, but its last messages may still arrive. */
  leaderEnded(): void {
    for (const id of [...this.#waits.keys()]) this.#beginLastPart(id);
  }

  /** Ends all commands, since this tab hears no messages any more. */
  giveUp(): void {
    for (const id of [...this.#waits.keys()]) this.#end(id, unknown);
  }

  #beginLastPart(id: number): void {
    const wait = this.#waits.get(id);
    if (wait === undefined || wait.isLastPart) return;
    clearTimeout(wait.timer);
    wait.isLastPart = true;
    wait.timer = setTimeout(() => this.#end(id, wait.isTaken ? unknown : notReached), lastPart);
  }

  #end(id: number, outcome: ForwardOutcome): void {
    const wait = this.#waits.get(id);
    if (wait === undefined) return;
    clearTimeout(wait.timer);
    this.#waits.delete(id);
    wait.resolve(outcome);
  }
}
