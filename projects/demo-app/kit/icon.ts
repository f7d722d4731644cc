import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MediatelIcon } from 'mediatel-lib/ui';
import { type IconName, outlineOf } from './icons';

/** An icon of the library's or of the CRM's own, `--mediatel-icon-size` large; silent to screen readers, so a word must stand beside or behind it. */
@Component({
  selector: 'app-icon',
  imports: [MediatelIcon],
  template: '<mediatel-icon [name]="drawn()" />',
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly drawn = computed(() => outlineOf(this.name()));
}
