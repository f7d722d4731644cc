import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  afterRenderEffect,
  computed,
  inject,
  input,
  signal,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import { MediatelIntl, MediatelStateColor, formatDuration } from 'mediatel-lib/ui';
import { bandColour, bandLooks } from './band-shape';
import type { Band } from './day-band';
import type { DayDrawing } from './day-drawing';

/** Height of one operator's line (px), as in the style sheet. */
const lineHeight = 32;

/** The days of some operators as a drawing, one line each. The same data is also available as a table. */
@Component({
  selector: 'mediatel-day-chart',
  imports: [MediatelStateColor],
  template: `
    <div
      #canvas
      class="canvas"
      [attr.role]="failed() ? null : 'img'"
      [attr.aria-label]="failed() ? null : label()"
      [style.block-size.px]="height()"
    ></div>
    @if (tip(); as tip) {
      <p class="tip" [style.inset-inline-start.px]="tip.x" [style.inset-block-start.px]="tip.y">{{ tip.words }}</p>
    }
    @if (failed()) {
      <p class="failed" role="alert">{{ text().noChart }}</p>
    }
    <span class="probes" aria-hidden="true" (transitionend)="recolour()">
      @for (look of looks; track look) {
        <span #probe [mediatelStateColor]="colourOf(look)"></span>
      }
      <span #ink class="ink"></span><span #rule class="rule"></span>
    </span>
  `,
  styleUrl: './day-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayChart {
  /** The segments of all lines. */
  readonly bands = input.required<readonly Band[]>();
  /** Number of lines. */
  readonly lines = input.required<number>();
  /** Left end of the time axis: milliseconds since the epoch. */
  readonly begin = input.required<number>();
  /** Right end of the time axis: milliseconds since the epoch. */
  readonly end = input.required<number>();
  /** IANA time zone of the time axis. */
  readonly timeZone = input.required<string>();

  readonly #intl = inject(MediatelIntl);
  private readonly canvas = viewChild.required<ElementRef<HTMLElement>>('canvas');
  private readonly probes = viewChildren<ElementRef<HTMLElement>>('probe');
  private readonly ink = viewChild.required<ElementRef<HTMLElement>>('ink');
  private readonly rule = viewChild.required<ElementRef<HTMLElement>>('rule');
  readonly #drawing = signal<DayDrawing | null>(null);
  readonly #colours = signal(0);
  readonly #pointed = signal<{ readonly band: Band; readonly x: number } | null>(null);
  protected readonly looks = bandLooks;
  protected readonly colourOf = bandColour;
  protected readonly text = computed(() => this.#intl.viewLabels().day);
  /** Whether the drawing can't be loaded: the host lacks echarts, or the file can't be fetched. */
  protected readonly failed = signal(false);
  /** Height (px): the lines, and the time axis above them. */
  protected readonly height = computed(() => this.lines() * lineHeight + 28);
  protected readonly label = computed(() => this.text().drawing(this.lines()));
  readonly #clock = computed(
    () =>
      new Intl.DateTimeFormat(this.#intl.labels().language, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: this.timeZone(),
      }),
  );
  protected readonly tip = computed(() => {
    const pointed = this.#pointed();
    if (pointed === null) return null;
    const { band, x } = pointed;
    const clock = this.#clock();
    const words = [
      this.#wordOf(band.look),
      `${clock.format(band.from)}–${band.lasts ? this.text().stillLasts : clock.format(band.to)}`,
      formatDuration((band.to - band.from) / 1000),
      band.pause ?? band.queue,
      band.traceId,
    ];
    return { words: words.filter(Boolean).join(' · '), x, y: (band.line + 1) * lineHeight + 28 };
  });

  constructor() {
    const destroyRef = inject(DestroyRef);
    // Made with the drawing: a server has no ResizeObserver.
    let observer: ResizeObserver | null = null;
    let isOver = false;
    afterNextRender(() => {
      const element = this.canvas().nativeElement;
      import('./day-drawing').then(
        ({ drawDays }) => {
          if (isOver) return;
          this.#drawing.set(drawDays(element, (band, x) => this.#pointed.set(band && { band, x })));
          observer = new ResizeObserver(() => this.#drawing()?.resize());
          observer.observe(element);
        },
        () => this.failed.set(true),
      );
    });
    afterRenderEffect(() => this.#draw());
    destroyRef.onDestroy(() => {
      isOver = true;
      observer?.disconnect();
      this.#drawing()?.dispose();
    });
  }

  /** Draws again with the present colours. The probes' transitions show every change of the host's theme. */
  protected recolour(): void {
    this.#colours.update((times) => times + 1);
  }

  #draw(): void {
    this.#colours();
    const drawing = this.#drawing();
    const picture = { bands: this.bands(), lines: this.lines(), begin: this.begin(), end: this.end() };
    const clock = this.#clock();
    this.height();
    if (drawing === null) return;
    const colourOf = ({ nativeElement }: ElementRef<HTMLElement>): string => getComputedStyle(nativeElement).color;
    const probes = untracked(this.probes).map(colourOf);
    const colours = Object.fromEntries(bandLooks.map((look, i) => [look, probes[i] ?? ''])) as Record<
      Band['look'],
      string
    >;
    drawing.resize();
    drawing.show({
      ...picture,
      colours,
      ink: colourOf(untracked(this.ink)),
      rule: colourOf(untracked(this.rule)),
      font: getComputedStyle(untracked(this.canvas).nativeElement).fontFamily,
      timeOf: (at) => clock.format(at),
    });
  }

  #wordOf(look: Band['look']): string {
    return look === 'unconfirmed' ? this.#intl.viewLabels().board.unconfirmed : this.#intl.labels().appearance[look];
  }
}
