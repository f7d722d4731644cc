import { ComponentHarness } from '@angular/cdk/testing';
import { OperatorTileHarness } from './operator-tile-harness';

/** The wall screen: figures, and one page of operators. */
export class MediatelWallHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-wall';

  /** The tiles of the page: those who need attention first. */
  readonly tiles = this.locatorForAll(OperatorTileHarness);

  readonly #figures = this.locatorForAll('.figures li');

  /** Each figure's words: name, number, share and target. */
  async figures(): Promise<readonly string[]> {
    return Promise.all((await this.#figures()).map(async (figure) => (await figure.text()).replaceAll(/\s+/g, ' ')));
  }

  /** How a figure compares with its target: `met`, `near`, `missed` or `none`. */
  async figureState(index: number): Promise<string> {
    const figure = (await this.#figures())[index];
    for (const state of ['met', 'near', 'missed']) if (await figure?.hasClass(state)) return state;
    return 'none';
  }

  /** The text about the page; `null` if there is one page only. */
  async page(): Promise<string | null> {
    return (await (await this.locatorForOptional('.page')())?.text()) ?? null;
  }

  /** Keeps the page, or lets the pages turn again. */
  async stay(): Promise<void> {
    await (await this.locatorFor('footer .stay')()).click();
  }

  /** The text about a lost connection; `null` while there is one. */
  async lost(): Promise<string | null> {
    return (await (await this.locatorForOptional('.lost')())?.text()) ?? null;
  }
}
