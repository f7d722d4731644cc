import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PageLanguage } from '../kit/page-language';
import { adminWords } from './admin.words';

/** A password that is shown once, with a button that copies it. */
@Component({
  selector: 'app-password-once',
  imports: [MatButton],
  template: `
    <label for="password-once">{{ words().password }}</label>
    <div class="row">
      <input #field id="password-once" readonly [value]="password()" spellcheck="false" (focus)="field.select()" />
      <button matButton="outlined" type="button" (click)="copy()">{{ words().copy }}</button>
    </div>
    <p role="status">
      {{
        outcome() === 'copied' ? words().copied : outcome() === 'refused' ? words().copyRefused : words().passwordOnce
      }}
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      color: inherit;
    }

    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }

    input {
      flex: 1 1 20ch;
      min-inline-size: 0;
      block-size: 44px;
      padding: 0 12px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-lowest);
      color: var(--mat-sys-on-surface);
      font:
        600 17px/24px ui-monospace,
        'DejaVu Sans Mono',
        Consolas,
        monospace;
      letter-spacing: 0.06em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordOnce {
  readonly password = input.required<string>();
  readonly #language = inject(PageLanguage);
  protected readonly words = computed(() => adminWords[this.#language.tag()]);
  protected readonly outcome = linkedSignal<string, 'copied' | 'refused' | null>({
    source: this.password,
    computation: () => null,
  });

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.password());
      this.outcome.set('copied');
    } catch {
      // Not allowed, or not a secure page: the field can be selected.
      this.outcome.set('refused');
    }
  }
}
