import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelCallCardHarness } from '../ui/call-card-harness';
import { MediatelCallControlsHarness } from '../ui/call-controls-harness';
import { ContactHistoryHarness } from './contact-history-harness';
import { MediatelHeardMeterHarness } from '../ui/heard-meter-harness';
import { MediatelKeypadHarness } from '../ui/keypad-harness';

/** The call under way. */
export class MediatelCallPanelHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-call-panel';

  readonly #historyButton = this.locatorForOptional('button.history');
  readonly #note = this.locatorForOptional('textarea');
  readonly #silence = this.locatorForOptional('.silent');

  readonly callCard = this.locatorFor(MediatelCallCardHarness);
  readonly callControls = this.locatorFor(MediatelCallControlsHarness);
  /** The operator's direction, then the customer's; none while the keys are open. */
  readonly heardMeters = this.locatorForAll(MediatelHeardMeterHarness);
  readonly keypad = this.locatorForOptional(MediatelKeypadHarness);
  /** `null` where it is folded or there is none. */
  readonly history = this.locatorForOptional(ContactHistoryHarness);

  /** Unfolds or folds the earlier contacts. */
  async toggleHistory(): Promise<void> {
    await (await this.#historyButton())?.click();
  }

  /** The note as typed so far; `null` where its field is not open. */
  async note(): Promise<string | null> {
    return (await (await this.#note())?.getProperty<string>('value')) ?? null;
  }

  async setNote(text: string): Promise<void> {
    const note = await this.#note();
    await note?.setInputValue(text);
    await note?.dispatchEvent('input');
  }

  /** “Nobody hears you”, with the hold's time; empty where somebody does. */
  async silence(): Promise<string> {
    return (await (await this.#silence())?.text()) ?? '';
  }
}
