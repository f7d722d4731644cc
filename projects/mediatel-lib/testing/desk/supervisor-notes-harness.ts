import { ComponentHarness } from '@angular/cdk/testing';

/** The cards with supervisors' requests. */
export class SupervisorNotesHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-supervisor-notes';

  readonly #notes = this.locatorForAll('li .text');
  readonly #buttons = this.locatorForAll('li button');

  /** The cards' texts, the newest first. */
  async notes(): Promise<readonly string[]> {
    return Promise.all((await this.#notes()).map((note) => note.text()));
  }

  /** Dismisses the card at this index. */
  async dismiss(index: number): Promise<void> {
    await (await this.#buttons())[index]?.click();
  }
}
