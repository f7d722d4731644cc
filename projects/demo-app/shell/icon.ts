import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { iconPaths, type IconName } from './icons';

/** An icon, `--app-icon-size` large (default 24 px); silent to screen readers, so a word must stand beside or behind it. */
@Component({
  selector: 'app-icon',
  template: '<svg viewBox="0 0 24 24" focusable="false"><path [attr.d]="path()" /></svg>',
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      inline-size: var(--app-icon-size, 24px);
      block-size: var(--app-icon-size, 24px);
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
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => iconPaths[this.name()]);
}
