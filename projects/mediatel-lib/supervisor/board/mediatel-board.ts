import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import {
  type AuditLabels,
  MediatelIcon,
  type IconName,
  MediatelIntl,
  MediatelStateColor,
  appearanceIcons,
  formatDuration,
  holdWhilePressed,
} from 'mediatel-lib/ui';
import {
  type BoardGroup,
  type BoardLine,
  type BoardSort,
  type BoardState,
  boardGroups,
  boardSorts,
} from './board-arrangement';
import { BoardTick } from '../hub/board-tick';
import { BoardView } from './board-view';
import { lostWords } from '../hub/lost-words';
import { MediatelAlerts } from '../alerts/mediatel-alerts';
import { MediatelAudit } from '../audit/mediatel-audit';
import { OperatorActions } from '../requests/operator-actions';
import { OperatorMenu } from '../requests/operator-menu';
import { OperatorRequests } from '../requests/operator-requests';
import { OperatorRow } from './operator-row';
import { MediatelWall } from '../wall/mediatel-wall';
import { type BoardLayout, type SavedView, boardLayouts } from './saved-views';
import { SavedViewsMenu } from './saved-views-menu';
import { HubClient } from '../hub/hub-client';
import { MediatelOperators } from '../hub/operators';
import { SheetOpener } from '../sheet/sheet-opener';

/** Width below which an operator takes two lines (px), as in the style sheets. */
const narrowWidth = 860;
const columns = ['name', 'state', 'time', 'queue', 'call', 'quality', 'age', 'ask'] as const;

/** The board: all operators whom the supervisor may see, live. It connects to the hub; the host sets its height. */
@Component({
  selector: 'mediatel-board',
  hostDirectives: [MediatelThemed],
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    MediatelIcon,
    MatButton,
    MediatelAlerts,
    MediatelAudit,
    OperatorActions,
    OperatorMenu,
    OperatorRow,
    MediatelWall,
    SavedViewsMenu,
    MediatelStateColor,
  ],
  providers: [BoardView, SheetOpener],
  templateUrl: './mediatel-board.html',
  styleUrl: './mediatel-board.scss',
  host: { role: 'region', '[attr.aria-label]': 'text()?.title', '[attr.lang]': 'labels().language' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelBoard {
  readonly #intl = inject(MediatelIntl);
  readonly #loaded = signal(false);
  readonly #width = signal(narrowWidth);
  protected readonly labels = this.#intl.labels;
  protected readonly text = computed(() => (this.#loaded() ? this.#intl.viewLabels().board : null));
  protected readonly audit = computed((): AuditLabels | null =>
    this.#loaded() ? this.#intl.viewLabels().audit : null,
  );
  protected readonly showsAudit = signal(false);
  protected readonly hub = inject(HubClient);
  protected readonly lost = computed(() =>
    lostWords(this.#intl.viewLabels().board, this.hub.heardAt(), this.labels().language),
  );
  protected readonly view = inject(BoardView);
  protected readonly requests = inject(OperatorRequests);
  protected readonly sheets = inject(SheetOpener);
  readonly #operators = inject(MediatelOperators);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  protected readonly layoutText = computed(() => this.#intl.viewLabels().layout);
  protected readonly layouts = boardLayouts;
  protected readonly layout = signal<BoardLayout>('rows');
  protected readonly groups = boardGroups;
  protected readonly columns = columns;
  protected readonly lineHeight = computed(() => (this.#width() < narrowWidth ? 76 : 48));
  protected readonly longest = computed(() => {
    const longest = this.view.longestClerical();
    return longest && { time: formatDuration(longest.seconds), who: longest.entry.record().name };
  });

  constructor() {
    holdWhilePressed();
    void this.#intl.restoreLanguage().catch(() => undefined);
    // Without the texts there is nothing to show: the host's page says that it could not be loaded.
    void this.#intl.loadViews().then(() => this.#loaded.set(true));
    this.hub.useIn(inject(DestroyRef));
    inject(BoardTick).beat();
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyRef = inject(DestroyRef);
    // Not on a server, which has no ResizeObserver.
    afterNextRender(() => {
      const observer = new ResizeObserver(([entry]) => entry && this.#width.set(entry.contentRect.width));
      observer.observe(host);
      destroyRef.onDestroy(() => observer.disconnect());
    });
  }

  protected readonly keyOf = (_index: number, { kind, key }: BoardLine): string => `${kind} ${key}`;

  protected wordOf(state: BoardState): string {
    return state === 'unconfirmed' ? (this.text()?.unconfirmed ?? '') : this.labels().appearance[state];
  }

  protected iconOf(state: BoardState): IconName {
    return state === 'unconfirmed' ? 'unknown' : appearanceIcons[state];
  }

  protected groupName(key: string): string {
    if (this.view.settings().group === 'state') return this.wordOf(key as BoardState);
    return key === '' ? (this.text()?.noQueue ?? '') : key;
  }

  protected filter(state: BoardState): void {
    this.view.change({ state: this.view.settings().state === state ? null : state });
  }

  protected apply({ layout, search, state, group, sort, descending }: SavedView): void {
    this.layout.set(layout);
    this.view.change({ search, state, group, sort, descending });
  }

  protected group(value: string): void {
    this.view.change({ group: boardGroups.find((group): group is BoardGroup => group === value) ?? 'none' });
  }

  protected isSort(column: string): column is BoardSort {
    return (boardSorts as readonly string[]).includes(column);
  }

  protected sort(column: BoardSort): void {
    const { sort, descending } = this.view.settings();
    // Supervisors look for the longest time and for the worst quality.
    this.view.change({ sort: column, descending: sort === column ? !descending : column === 'time' });
  }

  protected sortedBy(column: string): 'ascending' | 'descending' | null {
    const { sort, descending } = this.view.settings();
    if (sort !== column) return null;
    return descending ? 'descending' : 'ascending';
  }

  /** Brings an operator's row into view, and opens the side sheet. */
  protected reveal(id: string): void {
    const entry = this.#operators.get(id);
    if (!entry) return;
    const line = this.view.lines().findIndex(({ kind, key }) => kind === 'operator' && key === id);
    if (line >= 0) this.viewport()?.scrollToIndex(line);
    void this.sheets.show(entry);
  }
}
