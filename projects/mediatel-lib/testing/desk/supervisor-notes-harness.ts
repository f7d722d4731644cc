import { ComponentHarness } from '@angular/cdk/testing';

/** What supervisors asked of the operator. */
export class SupervisorNotesHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-supervisor-notes';

  readonly #notes = this.locatorForAll('li .text');
  readonly #buttons = this.locatorForAll('li button');

  async notes(): Promise<readonly string[]> {
    return Promise.all((await this.#notes()).map((note) => note.text()));
  }

  /** Puts one away. */
  async dismiss(index: number): Promise<void> {
    await (await this.#buttons())[index]?.click();
  }
}
