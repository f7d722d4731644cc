import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type IconName, type IconOutline, iconPaths } from './icons';

/** An icon, hidden from screen readers. `--mediatel-icon-size` sets its size (default 24 px). */
@Component({
  selector: 'mediatel-icon',
  template: '<svg viewBox="0 0 24 24" focusable="false"><path [attr.d]="path()" /></svg>',
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      inline-size: var(--mediatel-icon-size, 24px);
      block-size: var(--mediatel-icon-size, 24px);
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      fill: currentColor;
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelIcon {
  /** One of the library's icons, or a host's own. */
  readonly name = input.required<IconName | IconOutline>();

  protected readonly path = computed(() => {
    const name = this.name();
    return typeof name === 'string' ? iconPaths[name] : name.outline;
  });
}
