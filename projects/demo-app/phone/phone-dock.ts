import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { AgentActions, AgentSession } from 'mediatel-lib';
import { MediatelDesk } from 'mediatel-lib/desk';

/** The library's desk at the page's side. It comes in a chunk of its own, so that the customers are there first. */
@Component({
  selector: 'app-phone-dock',
  imports: [MediatelDesk],
  templateUrl: './phone-dock.html',
  styleUrl: './phone-dock.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhoneDock {
  /** A call wants to be seen, where the phone is behind something else. */
  readonly callArrived = output();

  constructor() {
    inject(Actions)
      .pipe(
        ofType(AgentActions.dialingStarted, AgentActions.callDelivered, AgentActions.callStarted),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.callArrived.emit());
    void inject(AgentSession).signIn();
  }
}
