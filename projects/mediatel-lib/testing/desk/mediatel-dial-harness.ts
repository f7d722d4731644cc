import { ComponentHarness, HarnessPredicate, TestKey } from '@angular/cdk/testing';
import { MatTooltipHarness } from '@angular/material/tooltip/testing';

/** An element with `mediatelDial`. */
export class MediatelDialHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = '.mediatel-dial';

  readonly #tooltip = new MatTooltipHarness(this.locatorFactory);

  /** Finds the element with this text. */
  static with({ text }: { readonly text: string | RegExp }): HarnessPredicate<MediatelDialHarness> {
    return new HarnessPredicate(MediatelDialHarness, {}).addOption('text', text, (harness, wanted) =>
      HarnessPredicate.stringMatches(harness.text(), wanted),
    );
  }

  /** The element's text. */
  async text(): Promise<string> {
    return (await this.host()).text();
  }

  /** Clicks the element, which dials. */
  async click(): Promise<void> {
    await (await this.host()).click();
  }

  /** Presses Enter on the element, which dials. */
  async pressEnter(): Promise<void> {
    await (await this.host()).sendKeys(TestKey.ENTER);
  }

  /** Whether no call can be made now. */
  async isDisabled(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-disabled')) === 'true';
  }

  /** The tooltip's text: the number that would be called, or why none can be. */
  async description(): Promise<string> {
    await this.#tooltip.show();
    const words = await this.#tooltip.getTooltipText();
    await this.#tooltip.hide();
    return words;
  }
}
