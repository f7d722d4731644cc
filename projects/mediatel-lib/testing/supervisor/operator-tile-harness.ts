import { ComponentHarness } from '@angular/cdk/testing';

/** One operator on the wall. */
export class OperatorTileHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-operator-tile';

  /** The operator's name. */
  async name(): Promise<string> {
    return (await this.locatorFor('.name')()).text();
  }

  /** The state in a word, or the name of the pause. */
  async state(): Promise<string> {
    return (await this.locatorFor('.word')()).text();
  }

  /** How long the state has lasted, `mm:ss`; “—” if nobody knows. */
  async time(): Promise<string> {
    return (await this.locatorFor('.time')()).text();
  }

  /** Whether nobody knows if the operator is still in this state. */
  async isUnconfirmed(): Promise<boolean> {
    return (await this.host()).hasClass('unconfirmed');
  }
}
