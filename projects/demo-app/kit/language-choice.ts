import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { mediatelLanguages } from 'mediatel-lib/ui';
import { PageLanguage } from './page-language';

/** Chooses the language of the pages, for people without a desk, whose menu has this choice. */
@Component({
  selector: 'app-language-choice',
  template: `
    <label>
      <span>{{ label() }}</span>
      <select #chosen [value]="language.tag()" (change)="choose(chosen.value)">
        @for (each of languages; track each.tag) {
          <option [value]="each.tag" [selected]="each.tag === language.tag()">{{ each.name }}</option>
        }
      </select>
    </label>
  `,
  styles: `
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
    select {
      block-size: 40px;
      padding: 0 8px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-lowest);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
    }
    @media (width < 900px) {
      span {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      select {
        max-inline-size: 112px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LanguageChoice {
  readonly label = input.required<string>();

  protected readonly language = inject(PageLanguage);
  protected readonly languages = mediatelLanguages;

  protected choose(value: string): void {
    const chosen = this.languages.find(({ tag }) => tag === value);
    if (chosen) void this.language.choose(chosen.tag);
  }
}
