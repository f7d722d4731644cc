import { Injectable, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { type Credentials, PhoneTab } from 'mediatel-lib/ports';
import { AgentSession, CommandActions, repairAction } from 'mediatel-lib/store';
import { ClericalWork } from '../after-call/clerical-work';
import type { DeskProblem } from '../problems/desk-problem';
import { DeskPages } from '../state/desk-pages';
import { DeskState } from './desk-state';
import { Drafts } from '../state/drafts';
import type { PrimaryMeaning } from '../state/primary-choice';

/** Does what the desk's buttons say. */
@Injectable()
export class DeskActions {
  readonly #store = inject(Store);
  readonly #session = inject(AgentSession);
  readonly #pages = inject(DeskPages);
  readonly #state = inject(DeskState);
  readonly #drafts = inject(Drafts);
  readonly #work = inject(ClericalWork);
  readonly #tab = inject(PhoneTab);

  /** The password goes straight to the session: never through an action. */
  signIn(credentials?: Credentials): void {
    void this.#session.signIn(credentials);
  }

  do(meaning: PrimaryMeaning): void {
    switch (meaning) {
      case 'signIn':
        return this.signIn();
      case 'logIn':
        return this.#store.dispatch(CommandActions.logIn());
      case 'call':
        return this.#call();
      case 'cancel':
      case 'hangUp':
        return this.#store.dispatch(CommandActions.hangUp());
      case 'answer':
        return this.#store.dispatch(CommandActions.answer());
      case 'chooseCode':
        return this.#work.aside.set(false);
      case 'save':
        return this.#work.save();
      case 'endPause':
        return this.#store.dispatch(CommandActions.endPause());
    }
  }

  mend({ key, mend }: DeskProblem): void {
    switch (mend?.does) {
      case 'signIn':
        return this.signIn();
      case 'logIn':
        return this.#store.dispatch(CommandActions.logIn());
      case 'logOut':
        return this.#store.dispatch(CommandActions.logOut());
      case 'repair':
        if (mend.repair.does === 'hangUp') this.#state.dismiss(key);
        return this.#store.dispatch(repairAction(mend.repair));
      case 'checkPhone':
        this.#state.dismiss(key);
        return this.#pages.show('readiness');
      case 'showMissed':
        this.#state.dismiss(key);
        return this.#pages.show('missed');
      case 'copyCodes':
        return void this.#work.copyUnconfirmed().then((copied) => copied && this.#state.dismiss(key));
      case 'openPop':
        return this.#store.dispatch(CommandActions.openScreenPop());
      case 'bringPhone':
        return this.#tab.bringHere();
      case 'dismissRefusal':
        return this.#store.dispatch(CommandActions.dismissRefusal());
      case 'dismiss':
        return this.#state.dismiss(key);
      case undefined:
        return;
    }
  }

  pause(pauseId: string): void {
    this.#store.dispatch(CommandActions.takePause({ pauseId }));
  }

  dropNextPause(): void {
    this.#store.dispatch(CommandActions.cancelNextPause());
  }

  #call(): void {
    const phoneNumber = this.#drafts.number();
    const queueName = this.#drafts.chosenQueue();
    this.#store.dispatch(CommandActions.makeCall({ phoneNumber, queueName }));
  }
}
