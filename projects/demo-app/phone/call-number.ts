import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { Phone } from './phone';
import { Icon } from '../kit/icon';
import { formatNumber } from '../kit/phone-number';

/** A number with a button that dials it, or says why it can't be dialled now. */
@Component({
  selector: 'app-call-number',
  imports: [Icon, MatTooltip],
  template: `
    <button
      type="button"
      [attr.aria-disabled]="phone.obstacle() !== null"
      [attr.aria-label]="'Call ' + formatNumber(number())"
      [matTooltip]="phone.obstacle() ?? 'Call'"
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
  protected readonly formatNumber = formatNumber;
}
