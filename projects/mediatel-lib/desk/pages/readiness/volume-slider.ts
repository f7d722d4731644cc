import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatSlider, MatSliderThumb } from '@angular/material/slider';
import { MediatelIntl } from 'mediatel-lib/ui';

/** How loud an output is: from a tenth, because a call that nobody hears is lost, to all of it. */
@Component({
  selector: 'mediatel-volume-slider',
  imports: [MatSlider, MatSliderThumb],
  template: `
    <span aria-hidden="true">{{ label() }}</span>
    <mat-slider discrete min="0.1" max="1" step="0.1" [displayWith]="percent()">
      <input matSliderThumb [attr.aria-label]="label()" [value]="volume()" (valueChange)="chosen.emit($event)" />
    </mat-slider>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      column-gap: 12px;
    }
    mat-slider {
      flex: 1 1 8rem;
      max-inline-size: 14rem;
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
