import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import { BoardTick } from '../hub/board-tick';
import { type DayEdge, bandsOf } from './day-band';
import { DayChart } from './day-chart';
import { chosenOf, pageSize } from './day-choice';
import { DayLegend } from './day-legend';
import { DayTotalsTable } from './day-totals-table';
import { lostWords } from '../hub/lost-words';
import { OperatorDays } from './operator-days';
import { OperatorSegments } from './operator-segments';
import { HubClient } from '../hub/hub-client';
import { totalsCsv } from './totals-csv';

const hour = 60 * 60 * 1000;
const ranges = { all: Infinity, four: 4 * hour, one: hour } as const;
type Range = keyof typeof ranges;

/** The day report: every operator's states and totals, today or on a day of the last week. It connects to the hub. */
@Component({
  selector: 'mediatel-day-report',
  hostDirectives: [MediatelThemed],
  imports: [DayChart, DayLegend, DayTotalsTable, MediatelIcon, OperatorSegments],
  providers: [OperatorDays],
  templateUrl: './mediatel-day-report.html',
  styleUrl: './mediatel-day-report.scss',
  host: { role: 'region', '[attr.aria-label]': 'text()?.title', '[attr.lang]': 'labels().language' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelDayReport {
  readonly #intl = inject(MediatelIntl);
  readonly #document = inject(DOCUMENT);
  readonly #tick = inject(BoardTick);
  readonly #loaded = signal(false);
  protected readonly labels = this.#intl.labels;
  protected readonly text = computed(() => (this.#loaded() ? this.#intl.viewLabels().day : null));
  protected readonly board = computed(() => this.#intl.viewLabels().board);
  protected readonly hub = inject(HubClient);
  protected readonly lost = computed(() => lostWords(this.board(), this.hub.heardAt(), this.labels().language));
  protected readonly days = inject(OperatorDays);
  protected readonly view = signal<'timeline' | 'totals'>('timeline');
  protected readonly rangeNames = Object.keys(ranges) as readonly Range[];
  protected readonly range = signal<Range>('all');
  protected readonly team = signal<string | null>(null);
  protected readonly search = signal('');
  protected readonly opened = signal<string | null>(null);
  protected readonly teams = computed(() => [...new Set(this.days.totals().map(({ team }) => team))].sort());
  protected readonly chosen = computed(() =>
    chosenOf(this.days.totals(), { team: this.team(), search: this.search() }, this.labels().language),
  );
  /** Index of the page's first operator. Another team or search starts at 0 again. */
  readonly #first = linkedSignal({ source: () => [this.team(), this.search()], computation: () => 0 });
  protected readonly first = computed(() => Math.max(0, Math.min(this.#first(), this.chosen().length - 1)));
  protected readonly page = computed(() => this.chosen().slice(this.first(), this.first() + pageSize));
  protected readonly pageEnd = computed(() => this.first() + this.page().length);
  readonly #ids = computed(() => this.page().map(({ id }) => id), {
    equal: (a, b) => a.length === b.length && a.every((id, i) => id === b[i]),
  });
  /** The end of the known part of the day: without the hub, its last message. */
  protected readonly edge = computed(
    (): DayEdge => {
      const span = this.days.span();
      if (span === null) return { until: 0, isNow: false };
      const isNow = this.hub.status() === 'connected' && this.days.isToday();
      const now = isNow ? (this.#tick.now() ?? span.until) : span.until;
      // Drawn every five seconds: that is less than a pixel of the day.
      return { until: Math.max(span.until, Math.min(span.end, Math.floor(now / 5_000) * 5_000)), isNow };
    },
    { equal: (a, b) => a.until === b.until && a.isNow === b.isNow },
  );
  protected readonly bands = computed(() => {
    const timelines = this.days.timelines();
    return this.#ids().flatMap((id, line) => {
      const timeline = timelines.get(id);
      return timeline ? bandsOf(timeline, line, this.edge()) : [];
    });
  });
  protected readonly begin = computed(() => {
    const first = Math.min(this.edge().until - 10 * 60_000, ...this.bands().map(({ from }) => from));
    return Math.max(first, this.edge().until - ranges[this.range()]);
  });
  protected readonly openedTimeline = computed(() => this.days.timelines().get(this.opened() ?? '') ?? null);
  protected readonly openedHere = computed(() =>
    this.#ids().includes(this.opened() ?? '') ? this.openedTimeline() : null,
  );
  protected readonly today = computed(() => (this.days.isToday() ? (this.days.span()?.day ?? '') : ''));

  constructor() {
    void this.#intl.restoreLanguage().catch(() => undefined);
    // Without the texts there is nothing to show: the host's page says that it could not be loaded.
    void this.#intl.loadViews().then(() => this.#loaded.set(true));
    this.hub.useIn(inject(DestroyRef));
    this.#tick.beat();
    effect(() => {
      const ids = this.#ids();
      untracked(() => this.days.showOperators(ids));
    });
  }

  protected chooseDay(value: string): void {
    this.days.chooseDay(value === '' || value === this.today() ? null : value);
  }

  protected chooseTeam(value: string): void {
    this.team.set(value === '' ? null : value);
  }

  protected chooseRange(value: string): void {
    this.range.set(this.rangeNames.find((name) => name === value) ?? 'all');
  }

  protected turn(pages: number): void {
    this.#first.set(Math.max(0, this.first() + pages * pageSize));
  }

  protected open(id: string): void {
    this.opened.update((opened) => (opened === id ? null : id));
  }

  /** Saves the totals of all matching operators, on all pages, as a CSV file. */
  protected save(): void {
    const span = this.days.span();
    const text = this.text();
    if (span === null || text === null) return;
    const file = new Blob([totalsCsv(span.day, this.chosen(), text, this.labels().appearance)], {
      type: 'text/csv;charset=utf-8',
    });
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `totals-${span.day}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
