import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelChoiceListHarness } from './choice-list-harness';

/** How the call ended: its codes and its note. */
export class MediatelClericalFormHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-clerical-form';

  readonly #note = this.locatorForOptional('textarea');

  readonly codes = this.locatorFor(MediatelChoiceListHarness);

  /** `null` where no note is offered. */
  async note(): Promise<string | null> {
    return (await (await this.#note())?.getProperty<string>('value')) ?? null;
  }

  async writeNote(text: string): Promise<void> {
    const note = await this.#note();
    await note?.setInputValue(text);
    await note?.dispatchEvent('input');
  }
}
