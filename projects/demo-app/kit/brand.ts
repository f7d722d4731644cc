import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The CRM's name and logo. */
@Component({
  selector: 'app-brand',
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        d="M16 3C8.8 3 3 8.6 3 15.6c0 4 1.9 7.5 4.9 9.8L7 30l5.2-2.3c1.2.3 2.5.5 3.8.5 7.2 0 13-5.6 13-12.6S23.2 3 16 3z"
      />
      <path
        class="leaf"
        d="M16 23.5c-4.2-3.2-5.6-8.4-4.2-13.6 4 1.5 6.3 4.6 6.4 8.6.7-2.5 2.1-4.2 4.3-5.2.1 4.7-2.1 8.3-6.5 10.2z"
      />
    </svg>
    <span>Verba</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 10px;
      font: 700 1.25rem/1.75rem var(--mat-sys-title-large-font);
      letter-spacing: -0.02em;
    }
    svg {
      inline-size: 30px;
      block-size: 30px;
      fill: currentColor;
    }
    .leaf {
      fill: var(--app-brand-leaf, var(--mat-sys-surface));
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Brand {}
