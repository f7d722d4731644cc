import { ComponentHarness, TestKey } from '@angular/cdk/testing';
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

  /** Chooses the call code with this name, replaces the note if one is given, and saves. Rejects if no code has the name. */
  async save(code: string, note?: string): Promise<void> {
    const codes = await this.codes();
    const names = await codes.names();
    if (!names.includes(code)) throw new Error(`no call code “${code}”; the form has ${names.join(', ') || 'none'}`);
    if (!(await codes.chosen()).includes(code)) await codes.choose(code);
    if (note !== undefined) await this.writeNote(note);
    await codes.sendKeys(TestKey.ENTER);
  }
}
