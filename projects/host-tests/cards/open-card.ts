import { Injectable, inject, signal } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { AgentActions } from 'mediatel-lib';
import { tap } from 'rxjs';

/** The CRM's cards. */
@Injectable({ providedIn: 'root' })
export class Cards {
  /** The number of the customer whose card is open; `null` for none. */
  readonly open = signal<string | null>(null);
}

/** Opens the customer's card when a conversation begins. */
export const openCard = createEffect(
  (actions = inject(Actions), cards = inject(Cards)) =>
    actions.pipe(
      ofType(AgentActions.callStarted),
      tap(({ ani }) => cards.open.set(ani)),
    ),
  { functional: true, dispatch: false },
);
