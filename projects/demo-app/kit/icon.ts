import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MediatelIcon } from 'mediatel-lib/ui';
import { type IconName, outlineOf } from './icons';

/**
 * An icon of the library or of the CRM. `--mediatel-icon-size` sets its size.
 *
 * It is hidden from screen readers, so it needs a word beside it or a labelled button.
 */
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
