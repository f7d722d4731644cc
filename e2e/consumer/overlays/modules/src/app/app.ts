import { Component, inject, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { AgentSession } from 'mediatel-lib';
import { cards } from './cards';

@Component({
  selector: 'app-root',
  standalone: false,
  templateUrl: './app.html',
})
export class App {
  private readonly session = inject(AgentSession);
  readonly opened = inject(Store).selectSignal(cards.selectOpened);
  readonly hasDesk = signal(true);

  signIn(): void {
    void this.session.signIn();
  }
}
