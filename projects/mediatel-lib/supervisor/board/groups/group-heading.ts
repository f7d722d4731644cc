import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MediatelIcon, MediatelIntl, MediatelStateColor } from 'mediatel-lib/ui';
import { looksLike } from '../view/board-state';
import type { MixPart } from '../view/group-mix';

/** A group's heading: its name and number, a bar of its states, and the same in words. Pressed, it folds the group. */
@Component({
  selector: 'mediatel-group-heading',
  imports: [MediatelIcon, MediatelStateColor],
  template: `
    <span role="cell">
      <button type="button" [attr.aria-expanded]="!isFolded()" (click)="toggled.emit()">
        <mediatel-icon name="down" />
        <span class="name" [title]="name()"
          ><bdi>{{ name() }}</bdi> · {{ total() }}</span
        >
        <span class="bar" aria-hidden="true">
          @for (part of mix(); track part.state) {
            <span [mediatelStateColor]="looksLike(part.state)" [style.flex-grow]="part.count"></span>
          }
        </span>
        <span class="words">{{ words() }}</span>
      </button>
    </span>
  `,
  styleUrl: './group-heading.scss',
  host: { role: 'row', '[class.folded]': 'isFolded()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GroupHeading {
  /** The group's name. */
  readonly name = input.required<string>();
  /** The states of the group's operators, the most frequent first. */
  readonly mix = input.required<readonly MixPart[]>();
  /** Whether the group's operators are hidden. */
  readonly isFolded = input.required<boolean>();
  /** Emits when the heading is pressed. */
  readonly toggled = output();

  readonly #intl = inject(MediatelIntl);
  protected readonly looksLike = looksLike;
  protected readonly total = computed(() => this.mix().reduce((sum, { count }) => sum + count, 0));
  protected readonly words = computed(() => {
    const { mixed, mix } = this.#intl.viewLabels().board;
    return this.mix()
      .map(({ state, count }) => mixed(count, mix[state]))
      .join(' · ');
  });
}
