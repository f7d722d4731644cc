import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { longestMessage } from 'mediatel-lib/hub-protocol';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { OperatorEntry } from '../hub/operators';
import { OperatorRequests } from './operator-requests';

/** The field for a message to an operator. Enter sends; the message stays in the field until it is shown there. */
@Component({
  selector: 'mediatel-message-form',
  imports: [MatButton, MatFormField, MatHint, MatInput, MatLabel],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ text().messageTo(name()) }}</mat-label>
        <textarea
          #words
          matInput
          cdkFocusInitial
          rows="3"
          [maxLength]="longestMessage"
          [value]="written()"
          (input)="write(words.value)"
          (keydown.enter)="$event.preventDefault(); send()"
        ></textarea>
        <mat-hint align="end">{{ written().length }} / {{ longestMessage }}</mat-hint>
      </mat-form-field>
      <div class="answers">
        <button matButton="filled" type="submit" [disabled]="isDisabled() || written().trim() === ''">
          {{ text().send }}
        </button>
        @if (cancellable()) {
          <button matButton="text" type="button" (click)="cancelled.emit()">{{ text().cancel }}</button>
        }
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 8px;
    }
    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageForm {
  /** The operator. */
  readonly entry = input.required<OperatorEntry>();
  /** Whether nothing can be sent now. */
  readonly isDisabled = input(false);
  /** Whether there is a button that closes the field. */
  readonly cancellable = input(true);
  /** Emits the message to send. */
  readonly sent = output<string>();
  /** Emits when the field is closed. */
  readonly cancelled = output();

  readonly #intl = inject(MediatelIntl);
  readonly #requests = inject(OperatorRequests);
  protected readonly longestMessage = longestMessage;
  protected readonly name = computed(() => this.entry().record().name);
  protected readonly text = computed(() => this.#intl.viewLabels().board);
  protected readonly written = computed(() => this.#requests.draftOf(this.entry().id));

  protected write(words: string): void {
    this.#requests.keepDraft(this.entry().id, words);
  }

  protected send(): void {
    const words = this.written().trim();
    if (words === '' || this.isDisabled()) return;
    this.sent.emit(words);
  }
}
