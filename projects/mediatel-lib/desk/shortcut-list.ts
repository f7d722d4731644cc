import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogClose } from '@angular/material/dialog';
import { MediatelIntl } from 'mediatel-lib/ui';

/** The keyboard's shortcuts, as `?` shows them. */
@Component({
  selector: 'mediatel-shortcut-list',
  imports: [MatButton, MatDialogClose],
  template: `
    <h2>{{ text().shortcuts }}</h2>
    <dl>
      @for (shortcut of shortcuts(); track shortcut[0]) {
        <div>
          <dt>
            <kbd>{{ shortcut[0] }}</kbd>
          </dt>
          <dd>{{ shortcut[1] }}</dd>
        </div>
      }
    </dl>
    <button matButton mat-dialog-close type="button">{{ text().close }}</button>
  `,
  styleUrl: './shortcut-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutList {
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly shortcuts = computed(() => {
    const { shortcut } = this.text();
    return [
      ['0–9 * # +', shortcut.digits],
      ['Enter', shortcut.enterCalls],
      ['Esc', shortcut.escClears],
      ['1–9', shortcut.chooseCode],
      ['Enter ', shortcut.enterSaves],
      ['/', shortcut.search],
      ['?', shortcut.help],
    ] as const;
  });
}
