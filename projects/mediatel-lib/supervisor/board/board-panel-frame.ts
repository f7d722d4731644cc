import { CdkTrapFocus } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MediatelIcon } from 'mediatel-lib/ui';

/** The frame of a panel beside the rows: it moves nothing. Its heading, and a button that closes it. */
@Component({
  selector: 'mediatel-board-panel-frame',
  imports: [CdkTrapFocus, MatIconButton, MediatelIcon],
  template: `
    <section [cdkTrapFocus]="false" cdkTrapFocusAutoCapture [attr.aria-label]="heading()">
      <header>
        <h2>{{ heading() }}</h2>
        <button
          matIconButton
          cdkFocusInitial
          class="close"
          type="button"
          [attr.aria-label]="closeLabel()"
          (click)="closed.emit()"
        >
          <mediatel-icon name="close" />
        </button>
      </header>
      <ng-content />
    </section>
  `,
  styles: `
    :host {
      position: absolute;
      z-index: 2;
      inset-block: 0;
      inset-inline-end: 0;
      inline-size: min(100%, 30rem);
      overflow: auto;
      border-inline-start: 1px solid var(--mat-sys-outline-variant);
      background: var(--mat-sys-surface-container-low);
      box-shadow: var(--mat-sys-level2);
      scrollbar-width: thin;
    }
    :host(.wide) {
      inline-size: min(100%, 52rem);
    }
    /* A panel as wide as its place has an edge on all sides. */
    @container board (width <= 30rem) {
      :host {
        box-sizing: border-box;
        border: 1px solid var(--mat-sys-outline-variant);
        border-radius: inherit;
      }
    }
    @container board (width <= 52rem) {
      :host(.wide) {
        box-sizing: border-box;
        border: 1px solid var(--mat-sys-outline-variant);
        border-radius: inherit;
      }
    }
    section {
      padding: 4px 16px 16px;
    }
    header {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .close {
      margin-inline-start: auto;
    }
    h2 {
      margin: 0;
      font: var(--mat-sys-title-medium);
    }
  `,
  host: { '(keydown.escape)': 'closed.emit()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardPanelFrame {
  /** The panel's name. */
  readonly heading = input.required<string>();
  /** Name of the button that closes it, for screen readers. */
  readonly closeLabel = input.required<string>();
  /** Emits when the panel is to be closed. */
  readonly closed = output();
}
