import { ComponentHarness } from '@angular/cdk/testing';

/** An operator's day as a table. */
export class OperatorSegmentsHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-operator-segments';

  readonly #more = this.locatorForOptional('.more');

  /** From, to, duration, state and details of each segment, the newest first. */
  async rows(): Promise<readonly (readonly string[])[]> {
    const cells = await Promise.all((await this.locatorForAll('tbody td')()).map((cell) => cell.text()));
    return Array.from({ length: cells.length / 5 }, (_, row) => cells.slice(row * 5, row * 5 + 5));
  }

  /** The rows with a recording: when they began, and the name of their button. */
  async recordings(): Promise<readonly (readonly [from: string, play: string | null])[]> {
    const buttons = await this.locatorForAll('mediatel-recording-player button')();
    const begins = await this.locatorForAll('tr:has(mediatel-recording-player) td:first-child')();
    return Promise.all(
      buttons.map(
        async (button, at) => [(await begins[at]?.text()) ?? '', await button.getAttribute('aria-label')] as const,
      ),
    );
  }

  /** Whether earlier segments can be shown. */
  async hasMore(): Promise<boolean> {
    return (await this.#more()) !== null;
  }

  /** Shows earlier segments. */
  async more(): Promise<void> {
    await (await this.#more())?.click();
  }

  /** Why the earliest segments are missing; `null` if none are. */
  async incomplete(): Promise<string | null> {
    return (await (await this.locatorForOptional('p')())?.text()) ?? null;
  }
}
