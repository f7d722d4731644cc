import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output } from '@angular/core';
import { MediatelIcon } from 'mediatel-lib/ui';
import { AlertMark } from '../../alerts/alert-mark';

/** A figure beside a band. */
export interface RowFigure {
  readonly figure: string;
  readonly text: string;
  /** What was longer than its alert's threshold; `null` for nothing. */
  readonly over: string | null;
}

/** A pointed place on a row's band. */
export interface RowPlace {
  /** Pixels from the band's left end. */
  readonly x: number;
  /** Whether the row is in the lower half of the window: what it shows must be above it. */
  readonly isLow: boolean;
}

/** A row of the timeline: a name, its drawing and its figures. The name and the drawing are one button. */
@Component({
  selector: 'mediatel-day-row',
  imports: [AlertMark, MediatelIcon],
  template: `
    <span class="head" role="rowheader" aria-colspan="2">
      <button
        type="button"
        [attr.aria-expanded]="expanded()"
        [attr.aria-describedby]="describedBy()"
        (click)="opened.emit()"
        (focus)="entered.emit(low())"
        (blur)="left.emit()"
        (keydown.arrowLeft)="step($event, -1)"
        (keydown.arrowRight)="step($event, 1)"
        (keydown.escape)="left.emit()"
      >
        <span class="name">
          <mediatel-icon name="down" />
          <span class="words" dir="auto" [title]="name()">{{ name() }}</span>
          @if (count() !== null) {
            <span class="count">{{ count() }}</span>
          }
        </span>
        <span
          #track
          class="track"
          (pointerdown)="point($event, track)"
          (pointermove)="point($event, track)"
          (pointerleave)="leave($event)"
        >
          <ng-content />
        </span>
      </button>
      <ng-content select=".tip" />
    </span>
    @for (one of figures(); track one.figure) {
      <span class="figure" role="cell">
        @if (one.over; as over) {
          <span class="over" [title]="over"
            ><mediatel-alert-mark /><span class="unseen">{{ over }}</span></span
          >
        }
        {{ one.text }}
      </span>
    }
  `,
  styleUrl: './day-row.scss',
  host: { role: 'row', '[class.team]': 'count() !== null', '[class.open]': 'expanded()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayRow {
  /** The operator's or the team's name. */
  readonly name = input.required<string>();
  /** The number of a team's operators; `null` for an operator. */
  readonly count = input<number | null>(null);
  /** The figures at the end. */
  readonly figures = input.required<readonly RowFigure[]>();
  /** Whether the row is unfolded. */
  readonly expanded = input.required<boolean>();
  /** Id of the shown tip; `null` for none. */
  readonly describedBy = input<string | null>(null);
  /** The row was pressed. */
  readonly opened = output();
  /** A place of the band is pointed at. */
  readonly pointed = output<RowPlace>();
  /** The row got the focus; whether it is in the lower half of the window. */
  readonly entered = output<boolean>();
  /** An arrow key: the band before (-1) or after (1). */
  readonly stepped = output<{ readonly by: -1 | 1; readonly isLow: boolean }>();
  /** Neither the pointer nor the focus is here any more. */
  readonly left = output();

  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected point({ clientX }: PointerEvent, track: HTMLElement): void {
    this.pointed.emit({ x: clientX - track.getBoundingClientRect().left, isLow: this.low() });
  }

  protected leave({ pointerType }: PointerEvent): void {
    // A finger that is lifted leaves too, but the tip of a tap stays until the row loses the focus.
    if (pointerType !== 'touch') this.left.emit();
  }

  protected step(event: Event, by: -1 | 1): void {
    event.preventDefault();
    this.stepped.emit({ by, isLow: this.low() });
  }

  protected low(): boolean {
    const { top } = this.#element.getBoundingClientRect();
    return top > (this.#element.ownerDocument.defaultView?.innerHeight ?? 0) / 2;
  }
}
