import { ComponentHarness } from '@angular/cdk/testing';

/** One operator in the rows of the board. */
export class OperatorRowHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-operator-row';

  /** The operator's name. */
  async name(): Promise<string> {
    return (await this.locatorFor('.who')()).text();
  }

  /** The state in a word. */
  async state(): Promise<string> {
    return (await this.locatorFor('.word')()).text();
  }

  /** The text below the state: the pause, “muted”, the last known state; `null` for none. */
  async detail(): Promise<string | null> {
    return (await (await this.locatorForOptional('.words small')())?.text()) ?? null;
  }

  /** How long the state has lasted, `mm:ss`; “–” if it is unconfirmed. */
  async time(): Promise<string> {
    return (await this.locatorFor('.time > :first-child')()).text();
  }

  /** How urgent the operator's open alert is; `null` without one. */
  async level(): Promise<'amber' | 'red' | null> {
    const time = await this.locatorFor('.time')();
    if (await time.hasClass('red')) return 'red';
    return (await time.hasClass('amber')) ? 'amber' : null;
  }

  /** The operator's team; `null` where it is not shown. */
  async team(): Promise<string | null> {
    return (await (await this.locatorForOptional('.name small')())?.text()) ?? null;
  }

  /** The queue, or “–”. */
  async queue(): Promise<string> {
    return (await this.locatorFor('.queue')()).text();
  }

  /** The call's direction and number, or “–”. */
  async call(): Promise<string> {
    return (await this.locatorFor('.call')()).text();
  }

  /** The quality of the call, or “–”. */
  async quality(): Promise<string> {
    return (await this.locatorFor('.quality')()).text();
  }

  /** The age of the data. */
  async age(): Promise<string> {
    return (await this.locatorFor('.age')()).text();
  }

  /** Whether the state is unconfirmed. */
  async isUnconfirmed(): Promise<boolean> {
    return (await this.host()).hasClass('unconfirmed');
  }

  /** Opens the menu of the operator. */
  async openMenu(): Promise<void> {
    await (await this.locatorFor('.ask button')()).click();
  }

  /** Opens the operator's side sheet. */
  async open(): Promise<void> {
    await (await this.locatorFor('.who')()).click();
  }

  /** What became of a request in the last 10 s; `null` for none. */
  async outcome(): Promise<string | null> {
    return (await (await this.locatorForOptional('mediatel-request-outcome span')())?.text()) ?? null;
  }
}
