import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import type { BoardSettings } from './board-arrangement';
import { type BoardLayout, type SavedView, SavedViews, longestViewName } from './saved-views';

/** Menu of saved views: shows one, deletes one, saves the present one. */
@Component({
  selector: 'mediatel-saved-views-menu',
  imports: [MediatelIcon],
  template: `
    <details [open]="open()" (toggle)="open.set(box.open)" #box>
      <summary>{{ text().saved }}</summary>
      <div class="list">
        <ul>
          @for (view of saved.views(); track view.name) {
            <li>
              <button type="button" class="name" [attr.aria-label]="text().apply(view.name)" (click)="show(view)">
                {{ view.name }}
              </button>
              <button type="button" [attr.aria-label]="text().remove(view.name)" (click)="saved.remove(view.name)">
                <mediatel-icon name="close" />
              </button>
            </li>
          } @empty {
            <li>{{ text().noneSaved }}</li>
          }
        </ul>
        <form (submit)="$event.preventDefault(); save(name.value); name.value = ''">
          <input
            #name
            type="text"
            [maxLength]="longestViewName"
            [attr.aria-label]="text().name"
            [placeholder]="text().name"
          />
          <button type="submit">{{ text().save }}</button>
        </form>
      </div>
    </details>
  `,
  styleUrl: './saved-views-menu.scss',
  host: { '(keydown.escape)': 'open.set(false)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedViewsMenu {
  /** The board's present settings. */
  readonly settings = input.required<BoardSettings>();
  /** The board's present layout. */
  readonly layout = input.required<BoardLayout>();
  /** Emits a view that the supervisor chooses. */
  readonly chosen = output<SavedView>();

  protected readonly saved = inject(SavedViews);
  protected readonly longestViewName = longestViewName;
  protected readonly open = signal(false);
  readonly #intl = inject(MediatelIntl);
  protected readonly text = computed(() => this.#intl.viewLabels().layout);

  protected show(view: SavedView): void {
    this.open.set(false);
    this.chosen.emit(view);
  }

  protected save(name: string): void {
    this.saved.save({ ...this.settings(), layout: this.layout(), name });
  }
}
