import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { PhonePlace, phonePlaces, type PhonePlaceName } from '../phone/phone-place';
import { ChoiceMenu } from '../kit/choice-menu';

const words: Readonly<Record<PhonePlaceName, string>> = {
  side: 'At the side',
  floating: 'Floating',
  across: 'Across the page',
};

@Component({
  selector: 'app-phone-place-menu',
  imports: [ChoiceMenu],
  template: `
    <app-choice-menu label="Phone" [choices]="choices" [chosen]="phone.chosen()" (choose)="phone.choose($event)" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhonePlaceMenu {
  protected readonly phone = inject(PhonePlace);
  protected readonly choices = phonePlaces.map((name) => ({ name, word: words[name] }));
}
