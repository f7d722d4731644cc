import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Appearance, appearances, type AppearanceName } from './appearance';
import { ChoiceMenu } from './choice-menu';

const words: Readonly<Record<AppearanceName, string>> = {
  system: 'Use system setting',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};

@Component({
  selector: 'app-appearance-menu',
  imports: [ChoiceMenu],
  template: `
    <app-choice-menu
      label="Appearance"
      [choices]="choices"
      [chosen]="appearance.name()"
      (choose)="appearance.choose($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppearanceMenu {
  protected readonly appearance = inject(Appearance);
  protected readonly choices = appearances.map((name) => ({ name, word: words[name] }));
}
