import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { PageLanguage } from '../kit/page-language';
import { adminWords } from './admin.words';
import type { Refusal } from './directory';

/** Why the API refused, in words, where the person looks. */
@Component({
  selector: 'app-refusal-notice',
  template: `<p role="alert">
    {{ words() }}
    @if (detail(); as detail) {
      <span class="detail" lang="en">{{ detail }}</span>
    }
  </p>`,
  styles: `
    p {
      color: var(--mat-sys-error);
    }

    .detail {
      display: block;
      font: var(--mat-sys-body-small);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RefusalNotice {
  readonly refusal = input.required<Refusal>();
  readonly #language = inject(PageLanguage);
  protected readonly words = computed(() => adminWords[this.#language.tag()].failure[this.refusal().failure]);
  /** The server's own words say which field or which object it is. */
  protected readonly detail = computed(() => {
    const { failure, detail } = this.refusal();
    return failure === 'invalid-parameters' || failure === 'in-use' || failure === 'other' ? detail : null;
  });
}
