import { ComponentHarness } from '@angular/cdk/testing';
import { OperatorTileHarness } from './operator-tile-harness';

/** The operators as tiles. */
export class OperatorTilesHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-operator-tiles';

  /** The tiles in their order. */
  readonly tiles = this.locatorForAll(OperatorTileHarness);

  /** The text about operators without a tile; `null` if all have one. */
  async beyond(): Promise<string | null> {
    return (await (await this.locatorForOptional('p')())?.text()) ?? null;
  }
}
