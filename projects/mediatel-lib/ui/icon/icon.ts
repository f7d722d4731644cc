import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type IconName, type IconOutline, iconPaths } from './icons';

/** An icon as large as the text around it asks for (`--mediatel-icon-size`, default 24 px); always silent to screen readers. */
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
  /** One of the library's own, or a host's. */
  readonly name = input.required<IconName | IconOutline>();

  protected readonly path = computed(() => {
    const name = this.name();
    return typeof name === 'string' ? iconPaths[name] : name.outline;
  });
}
