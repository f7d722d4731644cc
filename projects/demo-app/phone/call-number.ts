import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { Phone } from './phone';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { formatNumber } from '../kit/format-number';
import { phoneWords } from './phone.words';

/** A number with a button that dials it, or says why it can't be dialled now. */
@Component({
  selector: 'app-call-number',
  imports: [Icon, MatTooltip],
  template: `
    <button
      type="button"
      [attr.aria-disabled]="phone.obstacle() !== null"
      [attr.aria-label]="words().callNumber(formatNumber(number()))"
      [matTooltip]="tooltip()"
      (click)="phone.dial(number())"
    >
      <app-icon name="call" />
      <span>{{ formatNumber(number()) }}</span>
    </button>
  `,
  styleUrl: './call-number.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallNumber {
  readonly number = input.required<string>();
  protected readonly phone = inject(Phone);
  readonly #language = inject(PageLanguage).tag;
  protected readonly words = computed(() => phoneWords[this.#language()]);
  protected readonly tooltip = computed(() => {
    const obstacle = this.phone.obstacle();
    return obstacle === null ? this.words().call : this.words().obstacles[obstacle];
  });
  protected readonly formatNumber = formatNumber;
}
