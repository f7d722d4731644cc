import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Appearance, appearances } from './appearance';
import { appearanceWords } from './appearance.words';
import { ChoiceMenu } from './choice-menu';
import { PageLanguage } from './page-language';

@Component({
  selector: 'app-appearance-menu',
  imports: [ChoiceMenu],
  template: `
    <app-choice-menu
      [label]="words().label"
      [choices]="choices()"
      [chosen]="appearance.name()"
      (choose)="appearance.choose($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppearanceMenu {
  readonly #language = inject(PageLanguage).tag;
  protected readonly appearance = inject(Appearance);
  protected readonly words = computed(() => appearanceWords[this.#language()]);
  protected readonly choices = computed(() => appearances.map((name) => ({ name, word: this.words().choices[name] })));
}
