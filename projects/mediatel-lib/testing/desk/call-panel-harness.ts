import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelCallCardHarness } from '../ui/call-card-harness';
import { MediatelCallControlsHarness } from '../ui/call-controls-harness';
import { ContactHistoryHarness } from './contact-history-harness';
import { MediatelHeardMeterHarness } from '../ui/heard-meter-harness';
import { MediatelKeypadHarness } from '../ui/keypad-harness';

/** The present call. */
export class MediatelCallPanelHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-call-panel';

  readonly #historyButton = this.locatorForOptional('button.history');
  readonly #note = this.locatorForOptional('textarea');
  readonly #silence = this.locatorForOptional('.silent');

  /** Number, name, queue and kind of the call. */
  readonly callCard = this.locatorFor(MediatelCallCardHarness);
  /** Mute, hold, keys and note. */
  readonly callControls = this.locatorFor(MediatelCallControlsHarness);
  /** The operator's meter, then the customer's; empty while the keys are open. */
  readonly heardMeters = this.locatorForAll(MediatelHeardMeterHarness);
  /** The keypad for tones; `null` while it is closed. */
  readonly keypad = this.locatorForOptional(MediatelKeypadHarness);
  /** Earlier contacts; `null` when they are folded or there are none. */
  readonly history = this.locatorForOptional(ContactHistoryHarness);

  /** Unfolds or folds the earlier contacts. */
  async toggleHistory(): Promise<void> {
    await (await this.#historyButton())?.click();
  }

  /** The note as typed so far; `null` when its field is closed. */
  async note(): Promise<string | null> {
    return (await (await this.#note())?.getProperty<string>('value')) ?? null;
  }

  /** Replaces the note. Does nothing when its field is closed. */
  async setNote(text: string): Promise<void> {
    const note = await this.#note();
    await note?.setInputValue(text);
    await note?.dispatchEvent('input');
  }

  /** “Nobody hears you”, with the time of the hold; empty when somebody does. */
  async silence(): Promise<string> {
    return (await (await this.#silence())?.text()) ?? '';
  }
}
