import { ComponentHarness } from '@angular/cdk/testing';

/** Who is called and why; `null` for what the card leaves out. */
export class MediatelCallCardHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-call-card';

  readonly #copy = this.locatorForOptional('.id button');

  /** As shown: with the spaces of its country, or that it is withheld. */
  async number(): Promise<string | null> {
    return this.#text('.number');
  }

  /** Name and customer. */
  async who(): Promise<string | null> {
    return this.#text('.who');
  }

  async kind(): Promise<string | null> {
    return this.#text('.kind');
  }

  async queue(): Promise<string | null> {
    return this.#text('.queue');
  }

  /** The call's id, with its word before it. */
  async callId(): Promise<string | null> {
    return this.#text('.id span');
  }

  async copyCallId(): Promise<void> {
    await (await this.#copy())?.click();
  }

  async #text(selector: string): Promise<string | null> {
    const found = await this.locatorForOptional(selector)();
    return found === null ? null : (await found.text()).replace(/\s+/g, ' ').trim();
  }
}
