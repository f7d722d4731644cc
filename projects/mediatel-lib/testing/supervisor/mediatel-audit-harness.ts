import { ComponentHarness } from '@angular/cdk/testing';
import { MatSelectHarness } from '@angular/material/select/testing';

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

  /** What a filter offers. */
  async options(filter: 'operator' | 'request' | 'outcome'): Promise<readonly string[]> {
    const select = await this.#select(filter);
    await select.open();
    const options = await Promise.all((await select.getOptions()).map((option) => option.getText()));
    await select.close();
    return options;
  }

  /** Chooses what a filter shows, by its text. */
  async choose(filter: 'operator' | 'request' | 'outcome', text: string): Promise<void> {
    await (await this.#select(filter)).clickOptions({ text });
  }

  /** Saves the shown lines as a file. */
  async save(): Promise<void> {
    await (await this.locatorFor('.save')()).click();
  }

  /** Why there are no lines; empty if there are. */
  async status(): Promise<string> {
    return (await this.locatorFor('p')()).text();
  }

  /** Reads the log again. */
  async refresh(): Promise<void> {
    await (await this.locatorFor('.refresh')()).click();
  }

  async #select(filter: 'operator' | 'request' | 'outcome'): Promise<MatSelectHarness> {
    const at = ['operator', 'request', 'outcome'].indexOf(filter);
    const select = (await this.locatorForAll(MatSelectHarness)())[at];
    if (!select) throw new Error('The log has no filters: it is empty');
    return select;
  }
}
