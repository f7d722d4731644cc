import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { MatRipple } from '@angular/material/core';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIntl } from '../intl/mediatel-intl';

const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

function isLatin(language: string): boolean {
  try {
    return new Intl.Locale(language).maximize().script === 'Latn';
  } catch {
    // A host's own language may have a tag that is none.
    return true;
  }
}

/** A telephone's twelve keys. */
@Component({
  selector: 'mediatel-keypad',
  hostDirectives: [MediatelThemed],
  imports: [MatRipple],
  template: `
    @for (key of keys; track key[0]) {
      <button type="button" matRipple [attr.aria-label]="text().digit(key[0])" (click)="digit.emit(key[0])">
        <span class="digit">{{ key[0] }}</span>
        <span class="letters">{{ hasLetters() || key[0] === '0' ? key[1] : '' }}</span>
      </button>
    }
  `,
  styleUrl: './keypad.scss',
  host: { role: 'group', '[attr.aria-label]': 'text().keypad' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelKeypad {
  /** Emits the pressed key: `0` to `9`, `*` or `#`. */
  readonly digit = output<string>();

  protected readonly keys = keys;
  protected readonly text = inject(MediatelIntl).labels;
  /** Whether the language is written in the letters of the keys. */
  protected readonly hasLetters = computed(() => isLatin(this.text().language));
}
