import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';

/**
 * The triangle at what needs attention. Words or a label beside it say why.
 *
 * It is drawn, because fonts without the sign borrow it from others, in other sizes. The sign itself is there for who copies
 * the line.
 */
@Component({
  selector: 'mediatel-alert-mark',
  template: `
    <svg viewBox="0 0 10 10" focusable="false"><path [attr.d]="down() ? 'M0 1h10L5 9.5z' : 'M0 9.5h10L5 1z'" /></svg>
    <span>{{ down() ? '▼' : '▲' }}</span>
  `,
  styles: `
    :host {
      display: inline-block;
      position: relative;
      flex: none;
      inline-size: 0.75em;
      block-size: 0.75em;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      fill: currentColor;
    }
    span {
      position: absolute;
      overflow: hidden;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertMark {
  /** Whether it points down: too few. */
  readonly down = input(false, { transform: booleanAttribute });
}
