import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { trainerWords } from './trainer.words';

/** Shown while no trainee is open. */
@Component({
  selector: 'app-nobody-chosen',
  imports: [Icon],
  template: `
    <app-icon name="training" />
    <p>{{ words().chooseOne }}</p>
  `,
  styles: `
    :host {
      display: grid;
      place-content: center;
      place-items: center;
      gap: 16px;
      block-size: 100%;
      padding: 24px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-large);
      text-align: center;

      --mediatel-icon-size: 48px;
    }
    p {
      max-inline-size: 36ch;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NobodyChosen {
  readonly #language = inject(PageLanguage);
  protected readonly words = computed(() => trainerWords[this.#language.tag()]);
}
