import { ComponentHarness } from '@angular/cdk/testing';
import { MatTooltipHarness } from '@angular/material/tooltip/testing';

/** How the line sounds. */
export class MediatelQualityBadgeHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-quality-badge';

  readonly #badge = this.locatorForOptional('.badge');
  readonly #lit = this.locatorForAll('.bars .on');
  readonly #tooltip = this.locatorForOptional(MatTooltipHarness);

  /** `line good`, …, in the language in use; empty in a call's first second. */
  async words(): Promise<string> {
    return (await (await this.#badge())?.text({ exclude: '.bars' }))?.trim() ?? '';
  }

  /** Bars lit, 0 to 3. */
  async bars(): Promise<number> {
    return (await this.#lit()).length;
  }

  /** MOS, delay, jitter and loss, as the tooltip shows them to the pointer. */
  async figures(): Promise<string> {
    const tooltip = await this.#tooltip();
    await tooltip?.show();
    const figures = (await tooltip?.getTooltipText()) ?? '';
    await tooltip?.hide();
    return figures;
  }
}
