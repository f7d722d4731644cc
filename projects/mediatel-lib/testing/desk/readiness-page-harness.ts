import { ComponentHarness } from '@angular/cdk/testing';
import { DeviceSelectHarness } from './device-select-harness';

/** The check of sound and line before a shift. */
export class ReadinessPageHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-readiness-page';

  readonly #summary = this.locatorFor('.summary');
  readonly #names = this.locatorForAll('li strong');
  readonly #statuses = this.locatorForAll('li .unseen');
  readonly #rows = this.locatorForAll('li');

  /** Microphone, speaker and ringer. */
  readonly deviceSelects = this.locatorForAll(DeviceSelectHarness);

  async summary(): Promise<string> {
    return (await this.#summary()).text();
  }

  /** Each check's name and how it stands, in the language in use. */
  async checks(): Promise<readonly (readonly [name: string, status: string])[]> {
    const names = await Promise.all((await this.#names()).map((name) => name.text()));
    const statuses = await Promise.all((await this.#statuses()).map((status) => status.text()));
    return names.map((name, index) => [name, statuses[index] ?? '']);
  }

  /** All that a check says: its cause and what to do. */
  async check(name: string): Promise<string> {
    const names = (await this.checks()).map(([known]) => known);
    return (await (await this.#rows())[names.indexOf(name)]?.text()) ?? '';
  }
}
