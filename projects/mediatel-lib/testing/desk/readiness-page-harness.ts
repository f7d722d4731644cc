import { ComponentHarness } from '@angular/cdk/testing';
import { MatSliderThumbHarness } from '@angular/material/slider/testing';
import { DeviceSelectHarness } from './device-select-harness';

/** The page “Sound and line check”. */
export class ReadinessPageHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-readiness-page';

  readonly #summary = this.locatorFor('.summary');
  readonly #names = this.locatorForAll('li strong');
  readonly #statuses = this.locatorForAll('li .unseen');
  readonly #rows = this.locatorForAll('li');

  /** The lists of microphones, speakers and ringers. */
  readonly deviceSelects = this.locatorForAll(DeviceSelectHarness);

  /** Each volume that can be set: its label and how loud it is, in percent. */
  async volumes(): Promise<readonly (readonly [label: string, volume: string])[]> {
    const thumbs = await this.locatorForAll(MatSliderThumbHarness)();
    return Promise.all(
      thumbs.map(async (thumb) => {
        const label = (await (await thumb.host()).getAttribute('aria-label')) ?? '';
        return [label, await thumb.getDisplayValue()] as const;
      }),
    );
  }

  /** Moves the slider with this label, 0.1 to 1. */
  async setVolume(label: string, volume: number): Promise<void> {
    for (const thumb of await this.locatorForAll(MatSliderThumbHarness)()) {
      if ((await (await thumb.host()).getAttribute('aria-label')) === label) return thumb.setValue(volume);
    }
    throw new Error(`no volume “${label}”`);
  }

  /** The text above the checks. */
  async summary(): Promise<string> {
    return (await this.#summary()).text();
  }

  /** Each check's name and result, in the present language. */
  async checks(): Promise<readonly (readonly [name: string, status: string])[]> {
    const names = await Promise.all((await this.#names()).map((name) => name.text()));
    const statuses = await Promise.all((await this.#statuses()).map((status) => status.text()));
    return names.map((name, index) => [name, statuses[index] ?? '']);
  }

  /** The whole text of a check, with its cause and what to do. */
  async check(name: string): Promise<string> {
    const names = (await this.checks()).map(([known]) => known);
    return (await (await this.#rows())[names.indexOf(name)]?.text()) ?? '';
  }
}
