import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MediatelBoard } from 'mediatel-lib/supervisor';

/** The supervisor's page: everybody, live. */
@Component({
  selector: 'app-supervisor',
  imports: [MediatelBoard],
  template: `
    <h1>Your team</h1>
    <mediatel-board />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 12px;
      box-sizing: border-box;
      block-size: 100%;
      padding: 16px 24px;
    }
    h1 {
      margin: 0;
      font: var(--mat-sys-headline-small);
      font-weight: 600;
    }
    mediatel-board {
      flex: 1;
      min-block-size: 0;
    }
    @media (width < 600px) {
      :host {
        padding: 12px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Supervisor {}
