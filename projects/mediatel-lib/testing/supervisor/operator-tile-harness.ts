import { ComponentHarness } from '@angular/cdk/testing';

/** One operator on a wall screen. */
export class OperatorTileHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-operator-tile';

  /** The operator's name. */
  async name(): Promise<string> {
    return (await this.locatorFor('.name')()).text();
  }

  /** The state in a word, the name of the pause, or the reason of the alert. */
  async state(): Promise<string> {
    return (await this.locatorFor('.word')()).text();
  }

  /** How long the state has lasted, `mm:ss`; “–” if it is unconfirmed. “▲” follows if the operator has an alert. */
  async time(): Promise<string> {
    return (await this.locatorFor('.time')()).text();
  }

  /** Whether the state is unconfirmed. */
  async isUnconfirmed(): Promise<boolean> {
    return (await this.host()).hasClass('unconfirmed');
  }
}
