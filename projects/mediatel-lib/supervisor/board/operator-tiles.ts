import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { BoardLine } from './view/board-arrangement';
import { OperatorTile } from './operator-tile';
import { fitTiles } from './tile-fit';

/** How many tiles are shown: more can't be read from afar, and slow the browser down. */
const mostTiles = 400;

/** Operators as tiles that fill the available space. */
@Component({
  selector: 'mediatel-operator-tiles',
  imports: [OperatorTile],
  template: `
    <div
      class="tiles"
      role="list"
      tabindex="0"
      [attr.aria-label]="board().title"
      [style.--columns]="fit().columns"
      [style.--tile.px]="fit().height"
    >
      @for (entry of shown(); track entry.id) {
        <mediatel-operator-tile [entry]="entry" />
      }
    </div>
    @if (entries().length > shown().length) {
      <p>{{ layout().beyond(entries().length - shown().length) }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-block-size: 0;
    }
    .tiles {
      display: grid;
      flex: 1;
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      grid-auto-rows: var(--tile);
      gap: 8px;
      align-content: start;
      min-block-size: 0;
      overflow: auto;
      scrollbar-width: thin;
    }
    .tiles:focus-visible {
      outline: 2px solid var(--mat-sys-primary);
    }
    p {
      margin: 8px 0 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorTiles {
  /** The board's lines. Headings of groups are left out. */
  readonly lines = input.required<readonly BoardLine[]>();

  readonly #intl = inject(MediatelIntl);
  readonly #room = signal({ width: 0, height: 0 });
  protected readonly board = computed(() => this.#intl.viewLabels().board);
  protected readonly layout = computed(() => this.#intl.viewLabels().layout);
  protected readonly entries = computed(() =>
    this.lines().flatMap((line) => (line.kind === 'operator' ? [line.entry] : [])),
  );
  protected readonly shown = computed(() => this.entries().slice(0, mostTiles));
  protected readonly fit = computed(() => fitTiles(this.shown().length, this.#room().width, this.#room().height));

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyRef = inject(DestroyRef);
    // Not on a server, which has no ResizeObserver.
    afterNextRender(() => {
      const observer = new ResizeObserver(([entry]) => entry && this.#room.set(entry.contentRect));
      observer.observe(host);
      destroyRef.onDestroy(() => observer.disconnect());
    });
  }
}
