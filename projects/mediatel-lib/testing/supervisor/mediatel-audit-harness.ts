import { ComponentHarness } from '@angular/cdk/testing';

/** The audit log: the supervisors' requests. */
export class MediatelAuditHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-audit';

  /** The cells of each line, the newest first. */
  async lines(): Promise<readonly (readonly string[])[]> {
    const columns = (await this.locatorForAll('th')()).length;
    const cells = await Promise.all((await this.locatorForAll('td')()).map((cell) => cell.text()));
    return Array.from({ length: columns === 0 ? 0 : cells.length / columns }, (_, line) =>
      cells.slice(line * columns, (line + 1) * columns),
    );
  }

  /** Why there are no lines; empty if there are. */
  async status(): Promise<string> {
    return (await this.locatorFor('p')()).text();
  }

  /** Reads the log again. */
  async refresh(): Promise<void> {
    await (await this.locatorFor('header button')()).click();
  }
}
