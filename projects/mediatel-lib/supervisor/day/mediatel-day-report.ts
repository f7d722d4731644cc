import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import { BoardTick } from '../hub/board-tick';
import { HubClient } from '../hub/hub-client';
import { injectUnreached } from '../hub/inject-unreached';
import { lostWords } from '../hub/lost-words';
import { DaySkeleton } from './day-skeleton';
import { DayToolbar, type DayView } from './day-toolbar';
import { chosenOf } from './figures/day-choice';
import { OperatorDays } from './figures/operator-days';
import type { DayEdge } from './band/day-band';
import { DayTimeline } from './timeline/day-timeline';
import { DayTotalsTable } from './totals/day-totals-table';

/** Interval at which the present moves in the drawing (ms). It is less than a pixel of the day. */
const drawInterval = 5_000;

/** The day report: every operator's states and totals, today or on a day of the last week. It connects to the hub. */
@Component({
  selector: 'mediatel-day-report',
  hostDirectives: [MediatelThemed],
  imports: [DaySkeleton, DayTimeline, DayToolbar, DayTotalsTable, MatButton, MediatelIcon, NgTemplateOutlet],
  providers: [OperatorDays],
  templateUrl: './mediatel-day-report.html',
  styleUrl: './mediatel-day-report.scss',
  host: { role: 'region', '[attr.aria-label]': 'text()?.title', '[attr.lang]': 'labels().language' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelDayReport {
  readonly #intl = inject(MediatelIntl);
  readonly #tick = inject(BoardTick);
  readonly #loaded = signal(false);
  protected readonly labels = this.#intl.labels;
  protected readonly text = computed(() => (this.#loaded() ? this.#intl.viewLabels().day : null));
  protected readonly board = computed(() => this.#intl.viewLabels().board);
  protected readonly hub = inject(HubClient);
  protected readonly lost = computed(() =>
    lostWords(this.board(), this.chosen().length === 0 ? null : this.hub.heardAt(), this.labels().language),
  );
  protected readonly days = inject(OperatorDays);
  protected readonly view = signal<DayView>('timeline');
  protected readonly team = signal<string | null>(null);
  protected readonly search = signal('');
  protected readonly teams = computed(() => [...new Set(this.days.totals().map(({ team }) => team))].sort());
  protected readonly chosen = computed(() =>
    chosenOf(this.days.totals(), { team: this.team(), search: this.search() }, this.labels().language),
  );
  protected readonly knownUntil = (ids: readonly string[], until: number): number => this.days.knownUntil(ids, until);
  /** The end of the known part of the day: without the hub, its last message. */
  protected readonly edge = computed(
    (): DayEdge => {
      const span = this.days.span();
      if (span === null) return { until: 0, isNow: false };
      const isNow = this.hub.status() === 'connected' && this.days.isToday();
      const now = isNow ? (this.#tick.now() ?? span.until) : span.until;
      const drawn = Math.floor(now / drawInterval) * drawInterval;
      return { until: Math.max(span.until, Math.min(span.end, drawn)), isNow };
    },
    { equal: (a, b) => a.until === b.until && a.isNow === b.isNow },
  );
  /** Whether an answer is still awaited. Without the hub nothing is being read: the banner says why. */
  protected readonly isReading = computed(
    () => this.days.status() === 'reading' && ['connected', 'connecting'].includes(this.hub.status()),
  );
  protected readonly isUnreached = injectUnreached(this.isReading);
  protected readonly midnight = computed(() => this.days.span()?.begin ?? 0);
  protected readonly timeZone = computed(() => this.days.span()?.timeZone ?? 'UTC');
  protected readonly day = computed(() => this.days.day() ?? this.days.span()?.day ?? '');
  /** Today by the hub's clock and in its time zone. */
  protected readonly today = computed(() => {
    const now = this.#tick.now();
    if (this.days.span() === null || now === null) return '';
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.timeZone() }).format(now);
  });

  constructor() {
    void this.#intl.restoreLanguage().catch(() => undefined);
    // Without the texts there is nothing to show: the host's page says that it could not be loaded.
    void this.#intl.loadViews().then(() => this.#loaded.set(true));
    this.hub.useIn(inject(DestroyRef));
    this.#tick.beat();
    effect(() => {
      // Totals need no timelines.
      if (this.view() === 'totals') untracked(() => this.days.showOperators([]));
    });
  }

  protected chooseDay(day: string): void {
    this.days.chooseDay(day === this.today() ? null : day);
  }
}
