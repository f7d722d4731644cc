import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { DayTotals, OperatorTimeline, OperatorTotals } from 'mediatel-lib/hub-protocol';
import { overlayClass } from 'mediatel-lib/private/theme';
import { MediatelIntl, MediatelStateColor } from 'mediatel-lib/ui';
import { OperatorAlerts } from '../../alerts/operator-alerts';
import { type BandFigure, bandFigureOf, bandFigures } from '../figures/day-figures';
import { type DayOrder, dayGroups, pressed } from '../figures/day-groups';
import { clockTime, percentage } from '../figures/figure-text';
import { RowScroll } from '../figures/row-scroll';
import { rowWindows } from '../figures/row-window';
import { axisTicks } from './axis-ticks';
import { bandFills } from '../band/band-look';
import { type BandScale, bandAt, placeOf, timeAt } from '../band/band-paths';
import { BandPatterns } from '../band/band-patterns';
import { DayAxis } from './day-axis';
import { type Band, type DayEdge, bandsOf } from '../band/day-band';
import { DayLegend } from './day-legend';
import { type NamedRange, type RangeChoice, chosenRange, namedRanges, wholeRange } from './day-range';
import { DayRow, type RowFigure, type RowPlace } from './day-row';
import { tipWords } from './day-tip';
import { type Overrun, longestStays } from './longest-stays';
import { OperatorBand } from '../band/operator-band';
import { OperatorSegments } from './operator-segments';
import { teamLoad } from './team-load';

/** Lengths in rem, as in the style sheets: columns beside the track, rows, bands. */
const beside = { name: 11, longName: 16, figures: 15, padding: 2 } as const;
const narrowBelow = 44;
const allFiguresFrom = 19;
/** The figures where there is no room for all. */
const fewFigures: readonly BandFigure[] = ['talk', 'calls'];
const longNamesFrom = 96;

let patternSets = 0;

interface OperatorRow {
  readonly id: string;
  readonly name: string;
  readonly isRead: boolean;
  readonly timeline: OperatorTimeline | null;
  readonly bands: readonly Band[];
  readonly figures: readonly RowFigure[];
}

/** The days of all operators by team: one flat band each, and its figures. A row unfolds into the same as a table. */
@Component({
  selector: 'mediatel-day-timeline',
  imports: [
    BandPatterns,
    DayAxis,
    DayLegend,
    DayRow,
    MatButton,
    MatFormField,
    MatOption,
    MatSelect,
    MediatelStateColor,
    OperatorBand,
    OperatorSegments,
    RowScroll,
  ],
  templateUrl: './day-timeline.html',
  styleUrl: './day-timeline.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayTimeline {
  /** The matching operators with their totals. */
  readonly operators = input.required<readonly OperatorTotals[]>();
  /** The timelines that are read, by operator. */
  readonly timelines = input.required<ReadonlyMap<string, OperatorTimeline>>();
  /** The end of the known part of the day. */
  readonly edge = input.required<DayEdge>();
  /** Up to when all of these operators' timelines are known (ms). */
  readonly knownUntil = input.required<(ids: readonly string[], until: number) => number>();
  /** The beginning of the day (ms). */
  readonly midnight = input.required<number>();
  /** IANA time zone of the times. */
  readonly timeZone = input.required<string>();
  /** The operators whose rows are in the page, then those of all unfolded teams. */
  readonly needed = output<{ readonly now: readonly string[]; readonly later: readonly string[] }>();

  readonly #intl = inject(MediatelIntl);
  readonly #alerts = inject(OperatorAlerts);
  private readonly scroll = viewChild.required(RowScroll);
  readonly #order = signal<DayOrder<BandFigure>>({ by: 'name', descending: false });
  readonly #folded = signal<ReadonlySet<string>>(new Set());
  /** Large text on a phone leaves room for two figures beside a name. */
  protected readonly figures = computed((): readonly BandFigure[] => {
    const { width, rem } = this.scroll().size();
    return width > 0 && width < allFiguresFrom * rem ? fewFigures : bandFigures;
  });
  protected readonly rangeNames = Object.keys(namedRanges) as readonly NamedRange[];
  protected readonly overlay = overlayClass;
  protected readonly patterns = `mediatel-bands-${(patternSets += 1)}`;
  protected readonly tipId = `${this.patterns}-tip`;
  protected readonly text = computed(() => this.#intl.viewLabels().day);
  protected readonly choice = signal<RangeChoice>('all');
  protected readonly opened = signal<string | null>(null);
  protected readonly showsLegend = signal(false);
  protected readonly pointed = signal<{
    readonly id: string;
    readonly name: string;
    readonly band: Band;
    readonly x: number;
    readonly isLow: boolean;
    readonly byKey: boolean;
  } | null>(null);

  // Lengths.
  protected readonly narrow = computed(() => this.scroll().size().width < narrowBelow * this.scroll().size().rem);
  readonly #rem = computed(() => this.scroll().size().rem);
  protected readonly rowHeight = computed(() => Math.round(this.#rem() * (this.narrow() ? 3.375 : 2.125)));
  protected readonly bandHeight = computed(() => Math.round(this.#rem() * 1.125));
  protected readonly loadHeight = computed(() => Math.round(this.#rem() * (this.narrow() ? 1.25 : 1.75)));
  /** A whole number of rows, because the lines of the times on a narrow screen repeat with the rows. */
  protected readonly openedHeight = computed(
    () => Math.round((18 * this.#rem()) / this.rowHeight()) * this.rowHeight(),
  );

  // Times.
  readonly #allBands = linkedSignal<
    { readonly timelines: ReadonlyMap<string, OperatorTimeline>; readonly edge: DayEdge },
    ReadonlyMap<
      string,
      { readonly timeline: OperatorTimeline; readonly edge: DayEdge; readonly bands: readonly Band[] }
    >
  >({
    source: () => ({ timelines: this.timelines(), edge: this.edge() }),
    computation: ({ timelines, edge }, before) =>
      new Map(
        [...timelines].map(([id, timeline]) => {
          const known = before?.value.get(id);
          const isOver = timeline.segments.at(-1)?.to !== null;
          const isSame = known?.timeline === timeline && (known.edge === edge || isOver);
          return [id, isSame ? known : { timeline, edge, bands: bandsOf(timeline, edge) }];
        }),
      ),
  });
  protected readonly whole = computed(() => {
    const { until, isNow } = this.edge();
    const bands = this.#allBands();
    const firsts = this.operators().map(({ id }) => bands.get(id)?.bands[0]?.from ?? until);
    return wholeRange(Math.min(until, ...firsts), until, isNow);
  });
  protected readonly range = computed(() => chosenRange(this.choice(), this.whole()));
  protected readonly scale = computed((): BandScale => {
    const { width, rem } = this.scroll().size();
    const name = width < longNamesFrom * rem ? beside.name : beside.longName;
    const taken = this.narrow() ? 1 : name + beside.figures + beside.padding;
    const { from, to } = this.range();
    return { begin: from, end: to, width: Math.max(120, Math.floor(width - taken * rem)) };
  });
  protected readonly ticks = computed(() => axisTicks(this.scale(), this.midnight(), this.#rem()));
  protected readonly nowAt = computed(() => {
    const { until, isNow } = this.edge();
    const x = placeOf(until, this.scale());
    return isNow && x >= 0 && x <= this.scale().width ? x : null;
  });
  readonly #clock = computed(() => this.#clockWith({ timeStyle: 'medium' }));
  protected readonly rangeName = computed(() => {
    const choice = this.choice();
    return typeof choice === 'string' ? choice : 'between';
  });
  protected readonly rangeWords = computed(() => {
    const clock = this.#clockWith({ timeStyle: 'short' });
    return `${clock.format(this.range().from)}–${clock.format(this.range().to)}`;
  });

  // Rows.
  protected readonly count = computed(() => this.operators().length);
  readonly #groups = computed(() =>
    dayGroups(this.operators(), this.#order(), bandFigureOf, this.#intl.labels().language),
  );
  protected readonly rowCount = computed(
    () => 1 + this.#groups().length + this.count() + (this.opened() === null ? 0 : 1),
  );
  readonly #windows = computed(() => {
    const [row, opened, folded] = [this.rowHeight(), this.opened(), this.#folded()];
    const heights = this.#groups().map(({ team, operators }) =>
      folded.has(team) ? [] : operators.map(({ id }) => (id === opened ? row + this.openedHeight() : row)),
    );
    return rowWindows(heights, row, this.scroll().view());
  });
  protected readonly shown = computed(() => {
    const windows = this.#windows();
    const [bands, timelines, folded] = [this.#allBands(), this.timelines(), this.#folded()];
    return this.#groups().map(({ team, totals, operators }, i) => {
      const { from, to, before, after } = windows[i] ?? { from: 0, to: 0, before: 0, after: 0 };
      return {
        team,
        count: operators.length,
        isFolded: folded.has(team),
        figures: this.#figuresOf(totals, {}),
        load: this.#loads().get(team) ?? { calls: '', clerical: '' },
        before,
        after,
        rows: operators.slice(from, to).map(({ id, name, totals }): OperatorRow => {
          const own = bands.get(id)?.bands ?? [];
          return {
            id,
            name,
            isRead: timelines.has(id),
            timeline: timelines.get(id) ?? null,
            bands: own,
            figures: this.#figuresOf(totals, longestStays(own, this.#alerts.thresholds())),
          };
        }),
      };
    });
  });
  readonly #loads = computed(() => {
    const [bands, scale, height] = [this.#allBands(), this.scale(), this.loadHeight()];
    const { until } = this.edge();
    return new Map(
      this.#groups().map(({ team, operators }) => {
        const ids = operators.map(({ id }) => id);
        const known = this.knownUntil()(ids, until);
        const people = ids.map((id) => bands.get(id)?.bands ?? []);
        return [team, teamLoad(people, ids.length, scale, known, height)];
      }),
    );
  });

  readonly #tip = computed(() => {
    const pointed = this.pointed();
    if (pointed === null) return null;
    const { id, name, band, x, isLow } = pointed;
    const { unconfirmed } = this.#intl.viewLabels().board;
    const { appearance } = this.#intl.labels();
    const state = band.look === 'unconfirmed' ? unconfirmed : appearance[band.look];
    return { id, x, isLow, words: tipWords({ who: name, band, state }, this.#clock(), this.text().stillLasts) };
  });
  /** The tip that the arrow keys show, for screen readers. */
  protected readonly spoken = computed(() => (this.pointed()?.byKey ? (this.#tip()?.words ?? '') : ''));

  constructor() {
    effect(() => {
      const folded = this.#folded();
      const windows = this.#windows();
      const groups = this.#groups();
      this.needed.emit({
        now: groups.flatMap(({ operators }, i) =>
          operators.slice(windows[i]?.from ?? 0, windows[i]?.to ?? 0).map(({ id }) => id),
        ),
        later: groups.flatMap(({ team, operators }) => (folded.has(team) ? [] : operators.map(({ id }) => id))),
      });
    });
  }

  protected sort(by: BandFigure | 'name'): void {
    this.#order.update((order) => pressed(order, by));
  }

  protected sortOf(by: BandFigure | 'name'): 'ascending' | 'descending' | 'none' {
    const order = this.#order();
    if (order.by !== by) return 'none';
    return order.descending ? 'descending' : 'ascending';
  }

  protected arrowOf(by: BandFigure | 'name'): string {
    const sort = this.sortOf(by);
    if (sort === 'none') return '';
    return sort === 'descending' ? '↓' : '↑';
  }

  protected tipOf(id: string): { readonly x: number; readonly isLow: boolean; readonly words: string } | null {
    const tip = this.#tip();
    return tip?.id === id ? tip : null;
  }

  protected fold(team: string): void {
    this.#folded.update((folded) => {
      const others = new Set(folded);
      if (!others.delete(team)) others.add(team);
      return others;
    });
  }

  protected open(id: string): void {
    this.pointed.set(null);
    this.opened.update((opened) => (opened === id ? null : id));
  }

  protected point({ id, name, bands }: OperatorRow, { x, isLow }: RowPlace): void {
    const band = bandAt(bands, timeAt(x, this.scale()));
    this.pointed.set(band && { id, name, band, x: this.#middleOf(band, x), isLow, byKey: false });
  }

  /** Shows the last band of a row that got the focus, then the one before or after. */
  protected step(
    { id, name, bands }: OperatorRow,
    { by, isLow, isFirst }: { readonly by: -1 | 1; readonly isLow: boolean; readonly isFirst?: boolean },
  ): void {
    const { begin, end } = this.scale();
    const there = bands.filter(({ from, to, look }) => bandFills[look] !== 'absent' && from < end && to > begin);
    const at = there.findIndex(({ from }) => from === this.pointed()?.band.from);
    const isHere = !isFirst && this.pointed()?.id === id && at >= 0;
    const band = isHere ? there[Math.max(0, Math.min(there.length - 1, at + by))] : there.at(-1);
    if (isFirst && this.pointed()?.id === id) return;
    this.pointed.set(band ? { id, name, band, x: this.#middleOf(band, null), isLow, byKey: true } : null);
  }

  /** A place on the band: the pointed one, or its visible middle (px). */
  #middleOf({ from, to }: Band, x: number | null): number {
    const scale = this.scale();
    const [left, right] = [Math.max(0, placeOf(from, scale)), Math.min(scale.width, placeOf(to, scale))];
    return x === null ? (left + right) / 2 : Math.max(left, Math.min(right, x));
  }

  #figuresOf(totals: DayTotals, overruns: Readonly<Partial<Record<BandFigure, Overrun>>>): readonly RowFigure[] {
    const { language } = this.#intl.labels();
    return this.figures().map((figure) => {
      const value = bandFigureOf(totals, figure);
      const over = overruns[figure];
      return {
        figure,
        text: value === null ? '–' : figure === 'calls' ? String(value) : percentage(value, language),
        over: over ? this.text().overLimit(clockTime(over.time), clockTime(over.limit)) : null,
      };
    });
  }

  #clockWith(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const { language } = this.#intl.labels();
    return new Intl.DateTimeFormat(language, { ...style, hourCycle: 'h23', timeZone: this.timeZone() });
  }
}
