import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIcon, MediatelIntl, holdWhilePressed } from 'mediatel-lib/ui';
import { AlertWatch } from '../alerts/alert-watch';
import { MediatelAlertSettings } from '../alerts/mediatel-alert-settings';
import { MediatelAlerts } from '../alerts/mediatel-alerts';
import { OperatorAlerts } from '../alerts/operator-alerts';
import { MediatelAudit } from '../audit/mediatel-audit';
import { BoardTick } from '../hub/board-tick';
import { HubClient } from '../hub/hub-client';
import { injectUnreached } from '../hub/inject-unreached';
import { lostWords } from '../hub/lost-words';
import { MediatelOperators } from '../hub/operators';
import { OperatorActions } from '../requests/operator-actions';
import { OperatorMenu } from '../requests/operator-menu';
import { OperatorRequests } from '../requests/operator-requests';
import { SheetOpener } from '../sheet/sheet-opener';
import { MediatelWall } from '../wall/mediatel-wall';
import { BoardHead } from './board-head';
import { BoardPanelFrame } from './board-panel-frame';
import { BoardCounters } from './counters/board-counters';
import { GroupHeading } from './groups/group-heading';
import { observeSize } from './observe-size';
import { OperatorRow } from './operator-row';
import { type BoardPanel, BoardToolbar } from './toolbar/board-toolbar';
import { SavedViewsMenu } from './toolbar/saved-views-menu';
import type { BoardLine } from './view/board-arrangement';
import { BoardLook } from './view/board-look';
import { boardStates } from './view/board-state';
import { BoardView } from './view/board-view';
import type { BoardLayout, SavedView } from './view/saved-views';

/** Width below which an operator takes two lines and the toolbar is folded (rem), as in the style sheets. */
const narrowWidth = 60;

/** The board: all operators whom the supervisor may see, live. It connects to the hub; the host sets its height. */
@Component({
  selector: 'mediatel-board',
  hostDirectives: [MediatelThemed],
  imports: [
    BoardCounters,
    BoardHead,
    BoardPanelFrame,
    BoardToolbar,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    GroupHeading,
    MediatelIcon,
    MatButton,
    MediatelAlerts,
    MediatelAlertSettings,
    MediatelAudit,
    OperatorActions,
    OperatorMenu,
    OperatorRow,
    MediatelWall,
    SavedViewsMenu,
  ],
  providers: [AlertWatch, BoardView, SheetOpener],
  templateUrl: './mediatel-board.html',
  styleUrl: './mediatel-board.scss',
  host: { role: 'region', '[attr.aria-label]': 'text()?.title', '[attr.lang]': 'labels().language' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelBoard {
  readonly #intl = inject(MediatelIntl);
  readonly #loaded = signal(false);
  protected readonly labels = this.#intl.labels;
  protected readonly text = computed(() => (this.#loaded() ? this.#intl.viewLabels().board : null));
  protected readonly audit = computed(() => this.#intl.viewLabels().audit);
  protected readonly alertText = computed(() => this.#intl.viewLabels().alerts);
  protected readonly layoutText = computed(() => this.#intl.viewLabels().layout);
  protected readonly hub = inject(HubClient);
  protected readonly view = inject(BoardView);
  protected readonly look = inject(BoardLook);
  protected readonly requests = inject(OperatorRequests);
  protected readonly sheets = inject(SheetOpener);
  readonly #operators = inject(MediatelOperators);
  readonly #alerts = inject(OperatorAlerts);
  protected readonly skeleton = [1, 2, 3, 4, 5, 6, 7, 8];

  protected readonly layout = signal<BoardLayout>('rows');
  readonly #isFiltered = computed(() => this.view.settings().state !== null || this.#alerts.group() !== null);
  /**
   * The wall has figures of its own. If a filter leaves out tiles, the counters show it and can take it back. They then
   * stay until the layout changes, so that no focus is lost.
   */
  protected readonly hasCounters = linkedSignal<{ layout: BoardLayout; isFiltered: boolean }, boolean>({
    source: () => ({ layout: this.layout(), isFiltered: this.#isFiltered() }),
    computation: ({ layout, isFiltered }, before) =>
      layout === 'rows' || isFiltered || (before?.source.layout === 'tiles' && before.value),
  });
  /** The panel beside the rows; `null` for none. */
  protected readonly panel = signal<BoardPanel | null>(null);

  protected readonly isUnreached = injectUnreached(computed(() => this.hub.status() === 'connecting'));
  /** That the hub is away, and of when the operators are that are still shown. */
  readonly #lost = computed(() =>
    lostWords(
      this.#intl.viewLabels().board,
      this.view.summary().total === 0 ? null : this.hub.heardAt(),
      this.labels().language,
    ),
  );
  /** Why the operators are not those of now; `null` while they are, and in the first 2 s of the first connection. */
  protected readonly trouble = computed((): string | null => {
    const { board } = this.#intl.viewLabels();
    switch (this.hub.status()) {
      case 'reconnecting':
        return this.#lost();
      case 'unavailable':
        return board.unavailable;
      case 'refused':
        return board.refused;
      case 'connecting':
        return this.isUnreached() ? this.#lost() : null;
      case 'connected':
        return this.view.isCurrent() ? null : this.#lost();
      default:
        return null;
    }
  });
  /** Whether nothing was received yet: grey lines keep the place of the rows. */
  protected readonly isWaiting = computed(
    () => this.view.lines().length === 0 && !['connected', 'refused'].includes(this.hub.status()),
  );
  /** Why there are no rows; `null` if there are some, or if it is not known. */
  protected readonly nobody = computed((): string | null => {
    if (this.view.lines().length > 0 || this.hub.status() !== 'connected') return null;
    const { search, state } = this.view.settings();
    if (search !== '') return this.labels().nothingFound(search);
    return state === 'attention' ? this.alertText().none : this.#intl.viewLabels().board.nobody;
  });

  protected readonly frame = viewChild.required<ElementRef<HTMLElement>>('frame');
  protected readonly ruler = viewChild.required<ElementRef<HTMLElement>>('ruler');
  protected readonly viewport = viewChild('viewport', { read: ElementRef });
  protected readonly scroller = viewChild(CdkVirtualScrollViewport);
  /** Height of a line (px). The style sheet has it in rem. */
  protected readonly lineHeight = signal(36);
  /** Width of the rows' scroll bar (px), which the headings have not. */
  protected readonly gutter = signal(0);
  readonly #width = signal(Infinity);
  readonly #rem = signal(16);
  protected readonly isNarrow = computed(() => this.#width() < narrowWidth * this.#rem());

  constructor() {
    holdWhilePressed();
    void this.#intl.restoreLanguage().catch(() => undefined);
    // Without the texts there is nothing to show: the host's page says that it could not be loaded.
    void this.#intl.loadViews().then(() => this.#loaded.set(true));
    this.hub.useIn(inject(DestroyRef));
    inject(AlertWatch);
    inject(BoardTick).beat();
    // The ruler's height is in rem: it changes with the size of the text, the frame does not.
    observeSize(this.ruler, ({ height }, { ownerDocument }) => {
      if (height === 0) return;
      this.lineHeight.set(height);
      this.#rem.set(parseFloat(getComputedStyle(ownerDocument.documentElement).fontSize));
    });
    observeSize(this.frame, ({ width }) => this.#width.set(width));
    observeSize(this.viewport, (_, { offsetWidth, clientWidth }) => this.gutter.set(offsetWidth - clientWidth));
  }

  protected readonly keyOf = (_index: number, { kind, key }: BoardLine): string => `${kind} ${key}`;

  protected groupName(key: string): string {
    const { board } = this.#intl.viewLabels();
    if (this.view.settings().group !== 'state') return key === '' ? board.noQueue : key;
    const state = boardStates.find((known) => known === key);
    if (state === undefined || state === 'gone' || state === 'unconfirmed') return board[state ?? 'unconfirmed'];
    return this.labels().appearance[state];
  }

  protected apply({ layout, search, state, group, sort, descending }: SavedView): void {
    this.panel.set(null);
    this.layout.set(layout);
    this.view.change({ search, state, group, sort, descending });
  }

  /** Brings an operator's row into view, and opens the side sheet. */
  protected reveal(id: string): void {
    const entry = this.#operators.get(id);
    if (!entry) return;
    const line = this.view.lines().findIndex(({ kind, key }) => kind === 'operator' && key === id);
    if (line >= 0) this.scroller()?.scrollToIndex(line);
    void this.sheets.show(entry);
  }
}
