import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { PageLanguage } from '../kit/page-language';
import { adminWords } from './admin.words';
import {
  type ClientAppAmount,
  type ClientAppFlag,
  type OperatorForm,
  answerFlags,
  clientAppAmounts,
} from './operator-form';

/** The settings of an operator that govern the desk. */
@Component({
  selector: 'app-client-app-fields',
  template: `
    <fieldset>
      <legend>{{ words().answers }}</legend>
      <div class="fields checks">
        @for (flag of answerFlags; track flag) {
          <label class="check">
            <input #box type="checkbox" [checked]="form()[flag]" (change)="emit(flag, box.checked)" />
            {{ words().flags[flag] }}
          </label>
        }
      </div>
    </fieldset>
    <fieldset>
      <legend>{{ words().desk }}</legend>
      <div class="fields">
        @for (amount of amounts; track amount) {
          <label class="field">
            {{ words().amounts[amount] }} ({{ words().amountHint }})
            <input
              #number
              type="number"
              inputmode="numeric"
              min="0"
              [value]="form()[amount]"
              (input)="emit(amount, number.value)"
            />
          </label>
        }
      </div>
      <label class="check">
        <input
          #pauses
          type="checkbox"
          [checked]="form().popupPause"
          (change)="typed.emit({ popupPause: pauses.checked })"
        />
        {{ words().flags.popupPause }}
      </label>
    </fieldset>
  `,
  styleUrl: './client-app-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientAppFields {
  readonly form = input.required<OperatorForm>();
  readonly typed = output<Partial<OperatorForm>>();
  readonly #language = inject(PageLanguage);
  protected readonly words = computed(() => adminWords[this.#language.tag()]);
  protected readonly answerFlags = answerFlags;
  protected readonly amounts = clientAppAmounts;

  protected emit(name: ClientAppFlag, value: boolean): void;
  protected emit(name: ClientAppAmount, value: string): void;
  protected emit(name: keyof OperatorForm, value: boolean | string): void {
    this.typed.emit({ [name]: value });
  }
}
