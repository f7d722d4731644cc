import { ComponentHarness } from '@angular/cdk/testing';
import { MatTooltipHarness } from '@angular/material/tooltip/testing';

/** The line's quality. */
export class MediatelQualityBadgeHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-quality-badge';

  readonly #badge = this.locatorForOptional('.badge');
  readonly #lit = this.locatorForAll('.bars .on');
  readonly #tooltip = this.locatorForOptional(MatTooltipHarness);

  /** `line good` and so on, in the present language; empty in a call's first second. */
  async words(): Promise<string> {
    return (await (await this.#badge())?.text({ exclude: '.bars' }))?.trim() ?? '';
  }

  /** Number of filled bars, 0 to 3. */
  async bars(): Promise<number> {
    return (await this.#lit()).length;
  }

  /** The tooltip's text: MOS, delay, jitter and loss. */
  async figures(): Promise<string> {
    const tooltip = await this.#tooltip();
    await tooltip?.show();
    const figures = (await tooltip?.getTooltipText()) ?? '';
    await tooltip?.hide();
    return figures;
  }
}
