import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A share as a bar. Hidden from screen readers: the number is beside it. */
@Component({
  selector: 'app-points-bar',
  template: '<span [style.inline-size.%]="percent()"></span>',
  styles: `
    :host {
      display: block;
      inline-size: 100%;
      block-size: 8px;
      overflow: hidden;
      border-radius: 4px;
      background: var(--mat-sys-surface-container-highest);
      box-shadow: inset 0 0 0 1px var(--mat-sys-outline-variant);
    }
    span {
      display: block;
      block-size: 100%;
      border-radius: 4px;
      background: var(--mat-sys-primary);
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PointsBar {
  /** 0 to 100. */
  readonly percent = input.required<number>();
}
