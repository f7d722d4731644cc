import { Injectable, inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { createAction, createFeature, createReducer, on, props } from '@ngrx/store';
import { map } from 'rxjs';
import { AgentActions } from 'mediatel-lib';

const cardOpened = createAction('[Cards] Opened', props<{ number: string | null }>());

/** The CRM's own feature: the numbers of the cards that calls opened. */
export const cards = createFeature({
  name: 'cards',
  reducer: createReducer<{ opened: (string | null)[] }>(
    { opened: [] },
    on(cardOpened, ({ opened }, { number }) => ({ opened: [...opened, number] })),
  ),
});

/** The CRM's own effect: a call opens a card. */
@Injectable()
export class CardEffects {
  private readonly actions = inject(Actions);
  readonly open = createEffect(() =>
    this.actions.pipe(
      ofType(AgentActions.callStarted),
      map(({ ani }) => cardOpened({ number: ani })),
    ),
  );
}
