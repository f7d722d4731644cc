import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatSlider, MatSliderThumb } from '@angular/material/slider';
import { MediatelIntl } from 'mediatel-lib/ui';

/** How loud an output is: from a tenth, because a call that nobody hears is lost, to all of it. */
@Component({
  selector: 'mediatel-volume-slider',
  imports: [MatSlider, MatSliderThumb],
  template: `
    <span aria-hidden="true">{{ label() }}</span>
    <span aria-hidden="true" class="volume">{{ percent()(volume()) }}</span>
    <mat-slider min="0.1" max="1" step="0.1" [displayWith]="percent()">
      <input matSliderThumb [attr.aria-label]="label()" [value]="volume()" (valueChange)="chosen.emit($event)" />
    </mat-slider>
  `,
  // Material's sign above the thumb is of 28 px: enlarged words break in it. The thumb's surroundings reach 24 px beyond the
  // track, and the thumb follows a change of the width 100 ms later: it must not widen the page meanwhile.
  styles: `
    :host {
      display: grid;
      grid-template-columns: 1fr auto;
      column-gap: 12px;
      overflow-x: clip;
    }
    .volume {
      font-variant-numeric: tabular-nums;
    }
    mat-slider {
      grid-column: 1 / -1;
      inline-size: auto;
      min-inline-size: 0;
      margin-inline: 24px;
      --mat-slider-inactive-track-color: var(--mat-sys-outline);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VolumeSlider {
  /** What is so loud. */
  readonly label = input.required<string>();
  /** 0.1 to 1. */
  readonly volume = input.required<number>();
  /** Emits the volume that the operator sets. */
  readonly chosen = output<number>();

  readonly #language = inject(MediatelIntl).labels;
  protected readonly percent = computed(() => {
    const format = new Intl.NumberFormat(this.#language().language, { style: 'percent' });
    return (volume: number): string => format.format(volume);
  });
}
