import {
  ChangeDetectionStrategy,
  Component,
  booleanAttribute,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { type IconName, MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import { OperatorRequests, type ShownOutcome } from './operator-requests';
import { isDone, outcomeWords } from './outcome-words';

/** The outcome of a request: an icon and a sentence. Screen readers get it from the live region of `OperatorMenu`. */
@Component({
  selector: 'mediatel-request-outcome',
  imports: [MediatelIcon],
  template: `<mediatel-icon [name]="icon()" /><span>
      @if (named()) {
        <b dir="auto">{{ shown().who }}</b>:
      }
      {{ words() }}</span
    >`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      box-sizing: border-box;
      min-inline-size: 0;
      padding: 2px 12px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 8px;
      background: var(--mat-sys-surface-container-highest);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-label-large);
      white-space: normal;
      overflow-wrap: anywhere;
      --mediatel-icon-size: 20px;
    }
    :host(.done) mediatel-icon {
      color: var(--mediatel-ok, light-dark(#12703a, #7fdc9a));
    }
    :host(.failed) {
      border-color: var(--mat-sys-error);
    }
    :host(.failed) mediatel-icon {
      color: var(--mat-sys-error);
    }
  `,
  host: { '[class.done]': 'look() === "done"', '[class.failed]': 'look() === "failed"' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequestOutcomeLine {
  /** The request with its outcome. */
  readonly shown = input.required<ShownOutcome>();
  /** Whether it names the operator, because it is not in the operator's row or sheet. */
  readonly named = input(false, { transform: booleanAttribute });

  readonly #intl = inject(MediatelIntl);
  readonly #requests = inject(OperatorRequests);
  protected readonly look = computed((): 'sending' | 'done' | 'failed' => {
    const { outcome } = this.shown();
    if (outcome.outcome === 'sending') return 'sending';
    return isDone(outcome) ? 'done' : 'failed';
  });
  protected readonly icon = computed(
    (): IconName => (({ sending: 'waiting', done: 'available', failed: 'problem' }) as const)[this.look()],
  );
  protected readonly words = computed(() => {
    const { kind, outcome } = this.shown();
    return outcomeWords(kind, outcome, this.#intl.viewLabels().acts);
  });

  constructor() {
    effect((onCleanup) => {
      const shown = this.shown();
      if (!this.named()) onCleanup(untracked(() => this.#requests.showInPlace(shown)));
    });
  }
}
