import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import type { BoardSettings } from '../view/board-arrangement';
import { type BoardLayout, type SavedView, SavedViews, longestViewName } from '../view/saved-views';

/** The saved views: shows one, deletes one, saves the present one. Part of `mediatel-board`. */
@Component({
  selector: 'mediatel-saved-views-menu',
  imports: [MatButton, MatFormField, MatIconButton, MatInput, MediatelIcon],
  template: `
    <ul>
      @for (view of saved.views(); track view.name) {
        <li>
          <button
            matButton="text"
            type="button"
            class="name"
            [attr.aria-label]="text().apply(view.name)"
            (click)="chosen.emit(view)"
          >
            {{ view.name }}
          </button>
          <button
            matIconButton
            type="button"
            [attr.aria-label]="text().remove(view.name)"
            (click)="saved.remove(view.name)"
          >
            <mediatel-icon name="close" />
          </button>
        </li>
      } @empty {
        <li class="none">{{ text().noneSaved }}</li>
      }
    </ul>
    <form (submit)="$event.preventDefault(); save(name.value); name.value = ''">
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <input
          #name
          matInput
          type="text"
          [maxLength]="longestViewName"
          [attr.aria-label]="text().name"
          [placeholder]="text().name"
        />
      </mat-form-field>
      <button matButton="tonal" type="submit">{{ text().save }}</button>
    </form>
  `,
  styleUrl: './saved-views-menu.scss',
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
  readonly #intl = inject(MediatelIntl);
  protected readonly text = computed(() => this.#intl.viewLabels().layout);

  protected save(name: string): void {
    this.saved.save({ ...this.settings(), layout: this.layout(), name });
  }
}
