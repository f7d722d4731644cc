import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { MediatelBoard, MediatelDayReport } from 'mediatel-lib/supervisor';

/** The supervisor's page: all operators live, and the day report. */
@Component({
  selector: 'app-supervisor',
  imports: [MediatelBoard, MediatelDayReport],
  template: `
    <header>
      <h1>Your team</h1>
      <div role="group" aria-label="What to see">
        <button type="button" [attr.aria-pressed]="!showsDay()" (click)="showsDay.set(false)">Now</button>
        <button type="button" [attr.aria-pressed]="showsDay()" (click)="showsDay.set(true)">The day</button>
      </div>
    </header>
    @if (showsDay()) {
      @defer (on immediate) {
        <mediatel-day-report />
      }
    } @else {
      <mediatel-board />
    }
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
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 16px;
    }
    button {
      min-block-size: 40px;
      padding: 0 16px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 20px;
      background: none;
      color: inherit;
      font: var(--mat-sys-label-large);
      cursor: pointer;
    }
    button + button {
      margin-inline-start: 8px;
    }
    button[aria-pressed='true'] {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    mediatel-day-report,
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
export class Supervisor {
  protected readonly showsDay = signal(false);
}
