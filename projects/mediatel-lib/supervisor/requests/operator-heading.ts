import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import {
  type IconName,
  MediatelIcon,
  MediatelIntl,
  MediatelStateColor,
  appearanceIcons,
  formatDuration,
} from 'mediatel-lib/ui';
import { BoardTick } from '../hub/board-tick';
import { appearanceOf, isLive, secondsInState } from '../hub/operator-view';
import type { OperatorEntry } from '../hub/operators';

/** An operator's name with the present state: heads the menu, the questions and the side sheet. */
@Component({
  selector: 'mediatel-operator-heading',
  imports: [MediatelIcon, MediatelStateColor],
  template: `
    <span class="who" dir="auto">{{ entry().record().name }}</span>
    <span class="state" [mediatelStateColor]="live() ? appearance() : 'unknown'">
      <mediatel-icon [name]="icon()" />
      <span>{{ word() }}</span>
      @if (time(); as time) {
        <span class="time">{{ time }}</span>
      }
    </span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
      min-inline-size: 0;
    }
    .who {
      overflow-wrap: anywhere;
      justify-self: start;
      font: var(--mat-sys-title-medium);
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 8px;
      color: var(--mediatel-state);
      font: var(--mat-sys-label-large);
      --mediatel-icon-size: 18px;
    }
    .time {
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorHeading {
  /** The operator. */
  readonly entry = input.required<OperatorEntry>();

  readonly #intl = inject(MediatelIntl);
  readonly #tick = inject(BoardTick);
  readonly #record = computed(() => this.entry().record());
  protected readonly live = computed(() => isLive(this.#record(), this.entry().confirmedAt(), this.#tick.now()));
  protected readonly appearance = computed(() => appearanceOf(this.#record()));
  protected readonly icon = computed((): IconName => (this.live() ? appearanceIcons[this.appearance()] : 'unknown'));
  protected readonly word = computed(() => {
    const { pause } = this.#record().presence;
    if (!this.live()) return this.#intl.viewLabels().board.unconfirmed;
    const word = this.#intl.labels().appearance[this.appearance()];
    return this.appearance() === 'paused' && pause !== null ? `${word}: ${pause}` : word;
  });
  protected readonly time = computed(() => {
    const seconds = this.live() ? secondsInState(this.#record(), this.#tick.now()) : null;
    return seconds === null ? null : formatDuration(seconds);
  });
}
