import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { mediatelLanguages } from 'mediatel-lib/ui';
import { Icon } from './icon';
import { PageLanguage } from './page-language';

/** A button with the present language, and a menu of all. For pages without an account's menu. */
@Component({
  selector: 'app-language-menu',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button mat-button type="button" [attr.aria-label]="label() + ': ' + present()" [matMenuTriggerFor]="menu">
      <app-icon class="sign" name="language" />
      {{ present() }}
    </button>
    <mat-menu #menu="matMenu" xPosition="before" [aria-label]="label()">
      @for (each of languages; track each.tag) {
        <button
          mat-menu-item
          role="menuitemradio"
          [attr.lang]="each.tag"
          [attr.aria-checked]="each.tag === language.tag()"
          [class.chosen]="each.tag === language.tag()"
          (click)="language.choose(each.tag)"
        >
          <app-icon class="app-menu-icon" [name]="each.tag === language.tag() ? 'done' : 'blank'" />
          <span>{{ each.name }}</span>
        </button>
      }
    </mat-menu>
  `,
  styles: `
    .sign {
      --mediatel-icon-size: 20px;
      margin-inline-end: 8px;
      vertical-align: middle;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LanguageMenu {
  readonly label = input.required<string>();

  protected readonly language = inject(PageLanguage);
  protected readonly languages = mediatelLanguages;
  protected readonly present = computed(
    () => this.languages.find(({ tag }) => tag === this.language.tag())?.name ?? '',
  );
}
