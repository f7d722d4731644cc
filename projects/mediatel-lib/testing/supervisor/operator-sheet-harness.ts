import { ComponentHarness } from '@angular/cdk/testing';
import { OperatorCallsHarness } from './operator-calls-harness';
import { RequestFormHarness } from './request-form-harness';

/** The side sheet of an operator. */
export class OperatorSheetHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-operator-sheet';

  readonly #actions = this.locatorForAll('.actions li > button');

  /** The operator's calls of today. */
  readonly calls = this.locatorFor(OperatorCallsHarness);
  /** The field for a message, and what is being asked. */
  readonly forms = this.locatorForAll(RequestFormHarness);

  /** The operator's name. */
  async name(): Promise<string> {
    return (await this.locatorFor('.who')()).text();
  }

  /** The present call: number, direction and queue; `null` for none. */
  async call(): Promise<string | null> {
    const call = await this.locatorForOptional('.call')();
    return (await call?.text())?.replaceAll(/\s+/g, ' ') ?? null;
  }

  /** The time in each state of today, the longest first. */
  async sums(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('mediatel-sheet-day li')()).map((sum) => sum.text()));
  }

  /** The buttons, and whether each can be pressed. */
  async actions(): Promise<readonly (readonly [name: string, isEnabled: boolean])[]> {
    return Promise.all(
      (await this.#actions()).map(
        async (button) => [await button.text(), !(await button.getProperty('disabled'))] as const,
      ),
    );
  }

  /** Presses a button, by its place. */
  async press(index: number): Promise<void> {
    await (await this.#actions())[index]?.click();
  }

  /** Closes the sheet. */
  async close(): Promise<void> {
    await (await this.locatorFor('header button')()).click();
  }
}
