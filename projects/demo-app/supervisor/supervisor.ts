import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-supervisor',
  imports: [RouterLink],
  template: `
    <h1>Your team</h1>
    <p>The board of operators, live, comes with the supervisor views. They are not part of this version.</p>
    <p>Until then, the <a routerLink="/customers">customers</a> are here.</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      max-inline-size: 60ch;
      padding: 32px 24px;
      font: var(--mat-sys-body-large);
    }
    h1 {
      font: var(--mat-sys-headline-small);
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Supervisor {}
