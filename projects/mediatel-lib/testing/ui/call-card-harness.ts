import { ComponentHarness } from '@angular/cdk/testing';

/** The call card. Parts that the card hides are `null`. */
export class MediatelCallCardHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-call-card';

  readonly #copy = this.locatorForOptional('.copy-id');
  readonly #copyNumber = this.locatorForOptional('.copy-number');

  /** The number as shown, with its country's spaces, or the text for a withheld one. */
  async number(): Promise<string | null> {
    return this.#text('.number bdi');
  }

  /** The customer's name and id. */
  async who(): Promise<string | null> {
    const parts = await Promise.all([this.#text('.name'), this.#text('.customer')]);
    return parts.filter((part) => part !== null).join(' ') || null;
  }

  /** The kind of call, in words. */
  async kind(): Promise<string | null> {
    return this.#text('.kind');
  }

  /** The queue's name. */
  async queue(): Promise<string | null> {
    return this.#text('.queue');
  }

  /** The trace id, with its label before it. */
  async callId(): Promise<string | null> {
    return this.#text('.call');
  }

  /** Presses the button that copies the number. Does nothing without a number. */
  async copyNumber(): Promise<void> {
    await (await this.#copyNumber())?.click();
  }

  /** Presses the button that copies the trace id. Does nothing without a trace id. */
  async copyCallId(): Promise<void> {
    await (await this.#copy())?.click();
  }

  async #text(selector: string): Promise<string | null> {
    const found = await this.locatorForOptional(selector)();
    return found === null ? null : (await found.text()).replace(/\s+/g, ' ').trim();
  }
}
