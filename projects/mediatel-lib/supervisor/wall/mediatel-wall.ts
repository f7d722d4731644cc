import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  NgZone,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MediatelIcon, MediatelIntl, MediatelStateColor } from 'mediatel-lib/ui';
import { AlertMark } from '../alerts/alert-mark';
import { type Attention, OperatorAttention } from '../board/attention/operator-attention';
import { BoardTick } from '../hub/board-tick';
import { HubClient } from '../hub/hub-client';
import { HubHearing } from '../hub/hub-hearing';
import { lostWords } from '../hub/lost-words';
import { appearanceOf, isLive } from '../hub/operator-view';
import type { OperatorEntry } from '../hub/operators';
import { figuresOf } from './figures-of';
import { OperatorTile } from './operator-tile';
import { type WallRoom, tilesOf, wallPages } from './wall-pages';
import { MEDIATEL_WALL_TARGETS, type WallFigure } from './wall-targets';
import { WholeScreen } from './whole-screen';

const nobody: ReadonlyMap<string, Attention> = new Map();

/** How long a page of tiles is shown (ms). */
const pageTime = 15_000;

/**
 * The operators for a screen on the wall, read from four metres: five figures against their targets, then those who need
 * attention, large, then the others.
 *
 * What does not fit is on further pages, which turn by themselves. Operators who are logged out are counted only.
 */
@Component({
  selector: 'mediatel-wall',
  imports: [AlertMark, MatButton, MatIconButton, MediatelIcon, MediatelStateColor, OperatorTile],
  providers: [WholeScreen],
  templateUrl: './mediatel-wall.html',
  styleUrl: './mediatel-wall.scss',
  host: { '[class.whole]': 'screen.isOn()', '(keydown.escape)': 'screen.leave()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelWall {
  /** Who has a tile. */
  readonly operators = input.required<readonly OperatorEntry[]>();
  /** Whom the figures count: also those whom a filter leaves without a tile, else the shares would not be of the team. */
  readonly counted = input.required<readonly OperatorEntry[]>();

  readonly #intl = inject(MediatelIntl);
  readonly #tick = inject(BoardTick);
  readonly #hub = inject(HubClient);
  readonly #hearing = inject(HubHearing);
  readonly #attention = inject(OperatorAttention);
  readonly #targets = inject(MEDIATEL_WALL_TARGETS);
  /** The room for tiles; `null` until it is measured, and on a server. */
  readonly #room = signal<WallRoom | null>(null);
  readonly #page = signal(0);
  protected readonly roomElement = viewChild<ElementRef<HTMLElement>>('room');
  protected readonly screen = inject(WholeScreen);
  /** Whether the figures are those of now. Alerts are not known otherwise. */
  protected readonly isHeard = this.#hearing.isHeard;
  /** Whether the page stays until somebody turns it. */
  protected readonly stays = signal(false);
  protected readonly text = computed(() => this.#intl.viewLabels().wall);
  protected readonly board = computed(() => this.#intl.viewLabels().board);

  /** The most urgent alert of each operator, the most urgent first. Nobody's is known without the hub. */
  readonly #attentionOf = computed(() => (this.isHeard() ? this.#attention.byOperator() : nobody));
  /** An operator with alert and last known state. The tile shows the doubt. */
  readonly #seen = computed(() => {
    const now = this.#hearing.knownAt();
    const attention = this.#attentionOf();
    return (entry: OperatorEntry) => {
      const record = entry.record();
      const state = isLive(record, entry.confirmedAt(), now) ? appearanceOf(record) : ('unconfirmed' as const);
      return { entry, state, attention: attention.get(entry.id) ?? null };
    };
  });
  readonly #all = computed(() => this.counted().map(this.#seen()));
  protected readonly figures = computed(() =>
    figuresOf(
      this.#all().map(({ state, attention }) => ({ state, alerted: attention !== null })),
      this.#targets,
    ),
  );
  protected readonly loggedOut = computed(() => this.#all().filter(({ state }) => state === 'loggedOut').length);
  protected readonly entries = computed(() =>
    this.operators()
      .map(this.#seen())
      .filter(({ state }) => state !== 'loggedOut'),
  );
  /** Those with an alert, the most urgent first. */
  readonly #over = computed(() => {
    const order = new Map([...this.#attentionOf().keys()].map((id, at) => [id, at]));
    return this.entries()
      .filter(({ attention }) => attention !== null)
      .sort((a, b) => (order.get(a.entry.id) ?? 0) - (order.get(b.entry.id) ?? 0));
  });
  /** The others, by team and name: each has the same place as long as nobody comes or goes. */
  readonly #rest = computed(() => {
    const { compare } = new Intl.Collator(this.#intl.labels().language, { numeric: true });
    return this.entries()
      .filter(({ attention }) => attention === null)
      .sort((a, b) => compare(teamAndName(a.entry), teamAndName(b.entry)));
  });
  protected readonly pages = computed(() => wallPages(this.#over().length, this.#rest().length, this.#room()));
  protected readonly shownPage = computed(() => this.#page() % this.pages().pages);
  protected readonly large = computed(() => tilesOf(this.#over(), this.pages().large, this.shownPage()));
  protected readonly small = computed(() => tilesOf(this.#rest(), this.pages().small, this.shownPage()));
  protected readonly lost = computed(() =>
    this.#hub.status() === 'connected' && this.isHeard()
      ? null
      : lostWords(this.board(), this.#hub.heardAt(), this.#intl.labels().language),
  );
  protected readonly clock = computed(() => {
    const now = this.#tick.now();
    if (now === null) return '';
    const { language } = this.#intl.labels();
    return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now);
  });

  constructor() {
    const zone = inject(NgZone);
    effect((clean) => {
      const room = this.roomElement()?.nativeElement;
      if (room === undefined || typeof ResizeObserver === 'undefined') return;
      const observer = new ResizeObserver(([entry]) => {
        if (!entry) return;
        const { width, height } = entry.contentRect;
        const textScale = (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
        this.#room.set({ width, height, textScale });
      });
      observer.observe(room);
      clean(() => observer.disconnect());
    });
    effect((clean) => {
      // A page turned by hand is shown as long as any other.
      this.#page();
      if (this.stays() || this.pages().pages < 2) return;
      const timer = zone.runOutsideAngular(() => setTimeout(() => this.turn(1), pageTime));
      clean(() => clearTimeout(timer));
    });
    inject(DestroyRef).onDestroy(() => void this.screen.leave());
  }

  protected turn(by: number): void {
    const { pages } = this.pages();
    this.#page.set((this.shownPage() + by + pages) % pages);
  }

  protected wordOf(figure: WallFigure): string {
    return figure === 'attention' ? this.text().attention : this.#intl.labels().appearance[figure];
  }

  protected percent(share: number): string {
    return new Intl.NumberFormat(this.#intl.labels().language, { style: 'percent' }).format(share);
  }
}

const teamAndName = ({ record }: OperatorEntry): string => `${record().team} ${record().name}`;
