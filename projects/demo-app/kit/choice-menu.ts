import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { Icon } from './icon';
import type { IconName } from './icons';

/** One choice of a menu. Its icon has the same name. */
export interface MenuChoice<Name extends IconName = IconName> {
  readonly name: Name;
  readonly word: string;
}

/** A button whose icon shows the present choice, with a menu of all choices. */
@Component({
  selector: 'app-choice-menu',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip],
  template: `
    <button
      mat-icon-button
      type="button"
      [attr.aria-label]="label() + ': ' + word()"
      [matTooltip]="label() + ': ' + word()"
      [matMenuTriggerFor]="menu"
    >
      <app-icon [name]="chosen()" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before" [aria-label]="label()">
      @for (choice of choices(); track choice.name) {
        <button
          mat-menu-item
          role="menuitemradio"
          [attr.aria-checked]="choice.name === chosen()"
          [class.chosen]="choice.name === chosen()"
          (click)="choose.emit(choice.name)"
        >
          <app-icon class="app-menu-icon" [name]="choice.name" />
          <span>{{ choice.word }}</span>
        </button>
      }
    </mat-menu>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceMenu<Name extends IconName> {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly MenuChoice<Name>[]>();
  readonly chosen = input.required<Name>();
  readonly choose = output<Name>();

  protected readonly word = computed(() => this.choices().find(({ name }) => name === this.chosen())?.word ?? '');
}
