import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { Appearance, appearances, type AppearanceName } from './appearance';
import { Icon } from './icon';

const words: Readonly<Record<AppearanceName, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' };

@Component({
  selector: 'app-appearance-menu',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip],
  template: `
    <button
      mat-icon-button
      type="button"
      [attr.aria-label]="label()"
      matTooltip="Appearance"
      [matMenuTriggerFor]="menu"
    >
      <app-icon [name]="appearance.name()" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before">
      @for (name of appearances; track name) {
        <button
          mat-menu-item
          role="menuitemradio"
          [attr.aria-checked]="name === appearance.name()"
          [class.chosen]="name === appearance.name()"
          (click)="appearance.choose(name)"
        >
          <app-icon class="app-menu-icon" [name]="name" />
          <span>{{ words[name] }}</span>
        </button>
      }
    </mat-menu>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppearanceMenu {
  protected readonly appearance = inject(Appearance);
  protected readonly appearances = appearances;
  protected readonly words = words;
  protected readonly label = computed(() => `Appearance: ${words[this.appearance.name()]}`);
}
