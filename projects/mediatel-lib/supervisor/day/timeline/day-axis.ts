import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatSlider, MatSliderRangeThumb } from '@angular/material/slider';
import { MediatelIntl } from 'mediatel-lib/ui';
import { axisTicks } from './axis-ticks';
import { type BandScale, placeOf, timeAt } from '../band/band-paths';
import { type DayRange, type RangeChoice, rangeBetween, rangeStep } from './day-range';

/** Shortest drag that chooses a part of the day (px). */
const shortestDrag = 4;

/** The time axis. Its two handles, or a drag along it, choose the part of the day that is drawn. */
@Component({
  selector: 'mediatel-day-axis',
  imports: [MatSlider, MatSliderRangeThumb],
  template: `
    <mat-slider discrete [min]="whole().from" [max]="whole().to" [step]="step" [displayWith]="wordsOf()">
      <input
        matSliderStartThumb
        [attr.aria-label]="text().zoomFrom"
        [value]="range().from"
        (valueChange)="zoom($event, range().to)"
      />
      <input
        matSliderEndThumb
        [attr.aria-label]="text().zoomTo"
        [value]="range().to"
        (valueChange)="zoom(range().from, $event)"
      />
    </mat-slider>
    <div
      class="axis"
      aria-hidden="true"
      (pointerdown)="drag($event)"
      (pointermove)="move($event)"
      (pointerup)="drop($event)"
      (pointercancel)="dragged.set(null)"
      (dblclick)="ranged.emit('all')"
    >
      @for (tick of ticks(); track tick.at) {
        <span class="tick" [style.left.px]="tick.x">{{ tick.word }}</span>
      }
      @if (now(); as now) {
        <span class="now" [style.left.px]="now.x">{{ now.word }}</span>
      }
      @if (dragged(); as part) {
        <span class="part" [style.left.px]="part.left" [style.inline-size.px]="part.width"></span>
      }
    </div>
  `,
  styleUrl: './day-axis.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayAxis {
  /** All of the known day. */
  readonly whole = input.required<DayRange>();
  /** The drawn part. */
  readonly range = input.required<DayRange>();
  /** The drawn part with its width. */
  readonly scale = input.required<BandScale>();
  /** The beginning of the day (ms). */
  readonly midnight = input.required<number>();
  /** The present (ms); `null` for a day that is over, or without the hub. */
  readonly present = input.required<number | null>();
  /** Pixels of 1 rem. */
  readonly rem = input.required<number>();
  /** IANA time zone of the times. */
  readonly timeZone = input.required<string>();
  /** Another part was chosen. */
  readonly ranged = output<RangeChoice>();

  readonly #intl = inject(MediatelIntl);
  #began: number | null = null;
  protected readonly step = rangeStep;
  protected readonly text = computed(() => this.#intl.viewLabels().day);
  protected readonly dragged = signal<{ readonly left: number; readonly width: number } | null>(null);
  readonly #clock = computed(
    () =>
      new Intl.DateTimeFormat(this.#intl.labels().language, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: this.timeZone(),
      }),
  );
  protected readonly wordsOf = computed(() => {
    const clock = this.#clock();
    return (at: number): string => clock.format(at);
  });
  protected readonly now = computed(() => {
    const present = this.present();
    if (present === null) return null;
    const x = placeOf(present, this.scale());
    const room = 1.25 * this.rem();
    if (x < 0 || x > this.scale().width) return null;
    // The text stays inside the axis.
    const label = Math.max(room, Math.min(this.scale().width - room, x));
    return { x: label, word: this.#clock().format(present) };
  });
  protected readonly ticks = computed(() => {
    const room = 2.5 * this.rem();
    const now = this.now();
    return (
      axisTicks(this.scale(), this.midnight(), this.rem())
        // Room for the text of the present, and at both ends.
        .filter(
          ({ x }) =>
            (now === null || Math.abs(now.x - x) > room) && x >= room / 2 && x <= this.scale().width - room / 2,
        )
        .map(({ at, x }) => ({ at, x, word: this.#clock().format(at) }))
    );
  });

  protected zoom(from: number, to: number): void {
    this.ranged.emit(rangeBetween(from, to, this.whole()));
  }

  protected drag(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#began = placeIn(event);
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  protected move(event: PointerEvent): void {
    if (this.#began === null) return;
    const [from, to] = [this.#began, placeIn(event)];
    this.dragged.set({ left: Math.min(from, to), width: Math.abs(to - from) });
  }

  protected drop(event: PointerEvent): void {
    const [from, to] = [this.#began, placeIn(event)];
    this.#began = null;
    this.dragged.set(null);
    if (from === null || Math.abs(to - from) < shortestDrag) return;
    this.zoom(timeAt(from, this.scale()), timeAt(to, this.scale()));
  }
}

/** The place of a pointer on the axis (px). */
function placeIn({ currentTarget, clientX }: PointerEvent): number {
  const { left, width } = (currentTarget as HTMLElement).getBoundingClientRect();
  return Math.max(0, Math.min(width, clientX - left));
}
