import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { AgentActions } from 'mediatel-lib';
import { concatMap } from 'rxjs';
import { strangers } from './keep-call-notes';
import { AddressBook } from '../address-book/address-book';

/** Opens the customer's card. The library emits this once per call. */
export const raiseCard = createEffect(
  (actions = inject(Actions), book = inject(AddressBook), router = inject(Router)) =>
    actions.pipe(
      ofType(AgentActions.screenPopRequested),
      concatMap(async ({ request: { ani, callCustomerID } }) => {
        // The first call may come before the contacts. Without them it has a card of its own.
        await book.load().catch(() => undefined);
        const contact = book.byNumber(ani) ?? book.byId(callCustomerID);
        const path = ['/customers', contact?.id ?? callCustomerID ?? strangers];
        void router.navigate(path, contact ? {} : { queryParams: { ani } });
      }),
    ),
  { functional: true, dispatch: false },
);
