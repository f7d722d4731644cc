import { Injectable, computed, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { CommandActions, selectCommandRefusals } from 'mediatel-lib';
import { diallableNumber } from '../kit/phone-number';
import { Session } from '../session/session';
import { type Obstacle, obstacleOf } from './obstacle';

/** The operator's phone, for the CRM's pages. */
@Injectable({ providedIn: 'root' })
export class Phone {
  readonly #store = inject(Store);
  readonly #session = inject(Session);
  readonly #refusals = this.#store.selectSignal(selectCommandRefusals);

  /** Why nothing can be dialled now; `null` when it can. */
  readonly obstacle = computed<Obstacle | null>(() => {
    if (!this.#session.hasPhone()) return 'noPhone';
    const refusal = this.#refusals().makeCall;
    return refusal && obstacleOf(refusal);
  });

  /** Gives the command to call, also when it looks impossible: the desk then shows the refusal and what to do. */
  dial(number: string): void {
    if (this.#session.hasPhone())
      this.#store.dispatch(CommandActions.makeCall({ phoneNumber: diallableNumber(number) }));
  }
}
