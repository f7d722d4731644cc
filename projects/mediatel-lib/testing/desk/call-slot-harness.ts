import { ComponentHarness } from '@angular/cdk/testing';

/** A component of the host in the call panel. */
export class MediatelCallSlotHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-call-slot';

  readonly #failure = this.locatorForOptional('p[role="status"]');

  /** The slot's whole text. */
  async words(): Promise<string> {
    return (await (await this.host()).text()).trim();
  }

  /** Whether the component failed, and a word stands in its place. */
  async isFailed(): Promise<boolean> {
    return (await this.#failure()) !== null;
  }
}
