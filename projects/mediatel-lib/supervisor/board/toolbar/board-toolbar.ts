import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatFormField, MatPrefix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatOption, MatSelect } from '@angular/material/select';
import { MatTooltip } from '@angular/material/tooltip';
import { MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import {
  type BoardGroup,
  type BoardSettings,
  type BoardSort,
  boardGroups,
  boardSorts,
} from '../view/board-arrangement';
import { type BoardDensity, boardDensities } from '../view/board-look';
import { type BoardLayout, boardLayouts } from '../view/saved-views';

/** A panel beside the rows. */
export type BoardPanel = 'views' | 'alerts' | 'log' | 'settings';

/** How the icons of the density look: three and four lines. */
const densityIcons: Readonly<Record<BoardDensity, { readonly outline: string }>> = {
  compact: { outline: 'M3 4h18v2H3zm0 5h18v2H3zm0 5h18v2H3zm0 5h18v2H3z' },
  comfortable: { outline: 'M3 5h18v2H3zm0 6h18v2H3zm0 6h18v2H3z' },
};

/**
 * The board's tools in one row: search, grouping, layout, height of the rows, and a menu with the rest.
 *
 * Where the row is too narrow, all but the search moves into the menu. Before the tools there is room for the host's.
 */
@Component({
  selector: 'mediatel-board-toolbar',
  imports: [
    MatButtonToggle,
    MatButtonToggleGroup,
    MatFormField,
    MatIconButton,
    MatInput,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MatOption,
    MatPrefix,
    MatSelect,
    MatTooltip,
    MediatelIcon,
  ],
  templateUrl: './board-toolbar.html',
  styleUrl: './board-toolbar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardToolbar {
  /** The board's present settings. */
  readonly settings = input.required<BoardSettings>();
  /** The board's present layout. */
  readonly layout = input.required<BoardLayout>();
  /** How high the rows are. */
  readonly density = input.required<BoardDensity>();
  /** Whether grouping, layout and density are in the menu. */
  readonly isNarrow = input(false);
  /** Whether the menu has the log of requests. */
  readonly hasLog = input(false);
  /** Emits changed settings. */
  readonly changed = output<Partial<BoardSettings>>();
  /** Emits another layout. */
  readonly layoutChosen = output<BoardLayout>();
  /** Emits another density. */
  readonly densityChosen = output<BoardDensity>();
  /** Emits the panel that is to be opened. */
  readonly opened = output<BoardPanel>();

  readonly #intl = inject(MediatelIntl);
  protected readonly text = computed(() => this.#intl.viewLabels().board);
  protected readonly layoutText = computed(() => this.#intl.viewLabels().layout);
  protected readonly groups = boardGroups;
  protected readonly layouts = boardLayouts;
  protected readonly densities = boardDensities;
  protected readonly densityIcons = densityIcons;
  protected readonly sorts = boardSorts;
  protected readonly panels = computed((): readonly { readonly panel: BoardPanel; readonly word: string }[] => {
    const { alerts, audit, layout } = this.#intl.viewLabels();
    return [
      { panel: 'views', word: layout.saved },
      { panel: 'alerts', word: alerts.title },
      ...(this.hasLog() ? [{ panel: 'log', word: audit.title } as const] : []),
      { panel: 'settings', word: alerts.settings },
    ];
  });

  protected group(group: BoardGroup): void {
    this.changed.emit({ group });
  }

  protected sort(sort: BoardSort): void {
    // Supervisors look for the longest time.
    this.changed.emit({ sort, descending: sort === 'time' });
  }

  protected sortWord(sort: BoardSort): string {
    return sort === 'attention' ? this.text().urgency : this.text().column[sort];
  }
}
