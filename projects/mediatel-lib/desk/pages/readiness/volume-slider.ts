import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input, output, signal } from '@angular/core';
import { MatSlider, MatSliderThumb } from '@angular/material/slider';
import { MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { Subscription } from 'rxjs';

/** How long what the operator sets is shown before the phone has to have taken it (ms). */
const answeredWithin = 1_000;

/** How loud an output is: from a tenth, because a call that nobody hears is lost, to all of it. */
@Component({
  selector: 'mediatel-volume-slider',
  imports: [MatSlider, MatSliderThumb],
  template: `
    <span aria-hidden="true">{{ label() }}</span>
    <span aria-hidden="true" class="volume">{{ percent()(shown()) }}</span>
    <mat-slider min="0.1" max="1" step="0.1" [displayWith]="percent()">
      <input matSliderThumb [attr.aria-label]="label()" [value]="shown()" (valueChange)="choose($event)" />
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

  readonly #timers = inject(MEDIATEL_TIMERS);
  #answer: Subscription | undefined;
  /** What the operator set a moment ago; `null` for none. Answers to earlier steps come meanwhile. */
  readonly #set = signal<number | null>(null);
  protected readonly shown = computed(() => this.#set() ?? this.volume());
  readonly #language = inject(MediatelIntl).labels;
  protected readonly percent = computed(() => {
    const format = new Intl.NumberFormat(this.#language().language, { style: 'percent' });
    return (volume: number): string => format.format(volume);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#answer?.unsubscribe());
  }

  protected choose(volume: number): void {
    this.#set.set(volume);
    this.chosen.emit(volume);
    this.#answer?.unsubscribe();
    this.#answer = this.#timers.schedule(() => this.#set.set(null), answeredWithin);
  }
}
