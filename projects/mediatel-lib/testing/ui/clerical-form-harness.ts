import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelChoiceListHarness } from './choice-list-harness';

/** The after-call form: call codes and note. */
export class MediatelClericalFormHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-clerical-form';

  readonly #note = this.locatorForOptional('textarea');

  /** The list of call codes. */
  readonly codes = this.locatorFor(MediatelChoiceListHarness);

  /** The note; `null` when no note is offered. */
  async note(): Promise<string | null> {
    return (await (await this.#note())?.getProperty<string>('value')) ?? null;
  }

  /** Replaces the note. Does nothing when no note is offered. */
  async writeNote(text: string): Promise<void> {
    const note = await this.#note();
    await note?.setInputValue(text);
    await note?.dispatchEvent('input');
  }
}
