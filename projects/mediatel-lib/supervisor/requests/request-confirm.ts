import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type AskedRequest, MediatelIntl } from 'mediatel-lib/ui';
import type { OperatorEntry } from '../hub/operators';

/** The question before a request that can't be taken back. The focus is on _Cancel_, so that Enter does no harm. */
@Component({
  selector: 'mediatel-request-confirm',
  imports: [MatButton],
  template: `
    <p>{{ text().confirm[kind()](name()) }}</p>
    @if (kind() === 'restart') {
      <small>{{ text().restartHint }}</small>
    }
    <div class="answers">
      <button matButton="filled" class="grave" type="button" (click)="answered.emit(true)">
        {{ text().confirmed[kind()] }}
      </button>
      <button matButton="text" cdkFocusInitial type="button" (click)="answered.emit(false)">{{ cancel() }}</button>
    </div>
  `,
  styleUrl: './request-confirm.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequestConfirm {
  /** The operator. */
  readonly entry = input.required<OperatorEntry>();
  /** What is asked about. */
  readonly kind = input.required<AskedRequest>();
  /** Emits the answer: whether the request is to be sent. */
  readonly answered = output<boolean>();

  readonly #intl = inject(MediatelIntl);
  protected readonly name = computed(() => this.entry().record().name);
  protected readonly text = computed(() => this.#intl.viewLabels().acts);
  protected readonly cancel = computed(() => this.#intl.viewLabels().board.cancel);
}
