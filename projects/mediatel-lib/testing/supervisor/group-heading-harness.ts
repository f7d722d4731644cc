import { ComponentHarness } from '@angular/cdk/testing';

/** A group's heading on the board. */
export class GroupHeadingHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-group-heading';

  readonly #button = this.locatorFor('button');

  /** The group's name and number. */
  async name(): Promise<string> {
    return (await this.locatorFor('.name')()).text();
  }

  /** The states of its operators, in words. */
  async mix(): Promise<string> {
    return (await this.locatorFor('.words')()).text();
  }

  /** Whether its operators are hidden. */
  async isFolded(): Promise<boolean> {
    return (await (await this.#button()).getAttribute('aria-expanded')) === 'false';
  }

  /** Folds or unfolds the group. */
  async toggle(): Promise<void> {
    await (await this.#button()).click();
  }
}
