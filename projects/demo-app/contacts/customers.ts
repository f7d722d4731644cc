import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ContactList } from './contact-list';
import { NobodyOpen } from './nobody-open';

/** The list of contacts with the open card beside it. If there is room for only one, the card covers the list. */
@Component({
  selector: 'app-customers',
  imports: [ContactList, RouterOutlet],
  template: `
    <app-contact-list />
    <div class="card"><router-outlet (activate)="show($event)" /></div>
  `,
  styleUrl: './customers.scss',
  host: { '[class.open]': 'open()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Customers {
  protected readonly open = signal(false);

  protected show(page: unknown): void {
    this.open.set(!(page instanceof NobodyOpen));
  }
}
