import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { ChoiceMenu } from '../kit/choice-menu';
import { PageLanguage } from '../kit/page-language';
import { PhonePlace, phonePlaces } from '../phone/phone-place';
import { phonePlaceWords } from './phone-place.words';

@Component({
  selector: 'app-phone-place-menu',
  imports: [ChoiceMenu],
  template: `
    <app-choice-menu
      [label]="words().label"
      [choices]="choices()"
      [chosen]="phone.chosen()"
      (choose)="phone.choose($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhonePlaceMenu {
  readonly #language = inject(PageLanguage).tag;
  protected readonly phone = inject(PhonePlace);
  protected readonly words = computed(() => phonePlaceWords[this.#language()]);
  protected readonly choices = computed(() => phonePlaces.map((name) => ({ name, word: this.words().choices[name] })));
}
