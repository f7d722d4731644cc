import { ComponentHarness, HarnessPredicate, TestKey } from '@angular/cdk/testing';
import { MatTooltipHarness } from '@angular/material/tooltip/testing';

/** An element that dials at a click, whatever it is. */
export class MediatelDialHarness extends ComponentHarness {
  static readonly hostSelector = '.mediatel-dial';

  readonly #tooltip = new MatTooltipHarness(this.locatorFactory);

  /** The one that reads so. */
  static with({ text }: { readonly text: string | RegExp }): HarnessPredicate<MediatelDialHarness> {
    return new HarnessPredicate(MediatelDialHarness, {}).addOption('text', text, (harness, wanted) =>
      HarnessPredicate.stringMatches(harness.text(), wanted),
    );
  }

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  async click(): Promise<void> {
    await (await this.host()).click();
  }

  /** As the keyboard does. */
  async pressEnter(): Promise<void> {
    await (await this.host()).sendKeys(TestKey.ENTER);
  }

  async isDisabled(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-disabled')) === 'true';
  }

  /** What the tooltip says: the number that would be called, or why none can be. */
  async description(): Promise<string> {
    await this.#tooltip.show();
    const words = await this.#tooltip.getTooltipText();
    await this.#tooltip.hide();
    return words;
  }
}
