import { Component, inject, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { cards } from './cards';

@Component({
  selector: 'app-root',
  standalone: false,
  templateUrl: './app.html',
})
export class App {
  readonly opened = inject(Store).selectSignal(cards.selectOpened);
  readonly hasDesk = signal(true);
}
