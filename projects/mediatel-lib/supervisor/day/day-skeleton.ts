import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Keeps the place of the rows while a day is being read. */
@Component({
  selector: 'mediatel-day-skeleton',
  template: `
    <p class="unseen" role="status">{{ words() }}</p>
    <div aria-hidden="true">
      @for (row of rows; track row) {
        <div class="row"><span class="name"></span><span class="line" [style.inline-size.%]="row"></span></div>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      flex: 1;
      min-block-size: 0;
      overflow: hidden;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 16px;
      background: var(--mat-sys-surface);
    }
    .row {
      display: grid;
      grid-template-columns: minmax(5rem, 11rem) 1fr;
      align-items: center;
      gap: 1rem;
      block-size: 2.25rem;
      padding-inline: 0.75rem;
    }
    .name,
    .line {
      block-size: 0.875rem;
      border-radius: 4px;
      background: var(--mat-sys-surface-container-high);
    }
    .unseen {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DaySkeleton {
  /** What is being done, for screen readers. */
  readonly words = input.required<string>();
  /** The widths of the lines (percent). */
  protected readonly rows = [92, 78, 85, 64, 90, 71, 82, 58, 88, 69];
}
