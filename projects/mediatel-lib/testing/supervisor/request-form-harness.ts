import { ComponentHarness } from '@angular/cdk/testing';

/**
 * What is asked before a request is sent: a message, a pause, or whether it is meant. It ignores presses for 500 ms of
 * `MediatelClock` after it has opened, as for a supervisor.
 */
export class RequestFormHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-request-form';

  readonly #options = this.locatorForAll('[role="option"]');

  /** Why nothing can be sent now; empty if it can. */
  async blocked(): Promise<string> {
    return (await this.locatorFor('.blocked')()).text();
  }

  /** The question before a request that can't be taken back; `null` for another request. */
  async question(): Promise<string | null> {
    return (await (await this.locatorForOptional('mediatel-request-confirm p')())?.text()) ?? null;
  }

  /** Answers the question. */
  async answer(isMeant: boolean): Promise<void> {
    await (await this.locatorForAll('mediatel-request-confirm button')())[isMeant ? 0 : 1]?.click();
  }

  /** The pauses to choose from; empty if the desk does not name them. */
  async pauses(): Promise<readonly string[]> {
    return Promise.all((await this.#options()).map((option) => option.text()));
  }

  /** Chooses a pause, by its place in the list. */
  async choosePause(index: number): Promise<void> {
    await (await this.#options())[index]?.click();
  }

  /** Writes a message, or the name of a pause, and sends it. */
  async write(words: string): Promise<void> {
    const field = await this.locatorFor('textarea, form input')();
    await field.setInputValue(words);
    await field.dispatchEvent('input');
    await (await this.locatorFor('form')()).dispatchEvent('submit');
  }
}
