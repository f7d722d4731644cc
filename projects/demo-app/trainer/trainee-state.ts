import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MediatelIcon, MediatelIntl, MediatelStateColor, appearanceIcons, formatDuration } from 'mediatel-lib/ui';
import { PageLanguage } from '../kit/page-language';
import { lookOf } from './desk-look';
import { TrainerLink } from './trainer-link';
import { trainerWords } from './trainer.words';

/** A trainee's state: colour, icon, word and timer. */
@Component({
  selector: 'app-trainee-state',
  imports: [MediatelIcon, MediatelStateColor],
  template: `
    <span class="state" [mediatelStateColor]="look().appearance">
      <mediatel-icon [name]="icon()" />
      <span class="word">{{ word() }}</span>
    </span>
    @if (time(); as text) {
      <span class="time">{{ text }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 8px;
      align-items: center;
      min-inline-size: 0;
      font: var(--mat-sys-label-large);

      --mediatel-icon-size: 18px;
    }
    .state {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      min-inline-size: 0;
      color: var(--mediatel-state);
    }
    .word {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .time {
      color: var(--mat-sys-on-surface-variant);
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TraineeState {
  /** The trainee's login. */
  readonly login = input.required<string>();

  readonly #link = inject(TrainerLink);
  readonly #labels = inject(MediatelIntl).labels;
  readonly #language = inject(PageLanguage);
  protected readonly look = computed(() => lookOf(this.#link.desk(this.login())()));
  protected readonly icon = computed(() => appearanceIcons[this.look().appearance]);
  protected readonly word = computed(() => {
    const { appearance, pause } = this.look();
    if (appearance === 'notReady') return trainerWords[this.#language.tag()].noPhone;
    return pause ?? this.#labels().appearance[appearance];
  });
  protected readonly time = computed(() => {
    const { since } = this.look();
    return since === null ? null : formatDuration((this.#link.now() - since) / 1000);
  });
}
