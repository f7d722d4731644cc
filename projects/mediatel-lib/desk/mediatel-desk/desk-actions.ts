import { Injectable, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { type OperatorCredentials, LeaderTab } from 'mediatel-lib/ports';
import { AgentSession, CommandActions, recoveryCommand } from 'mediatel-lib/store';
import { ClericalPlacement } from '../after-call/clerical-placement';
import { ClericalWork } from '../after-call/clerical-work';
import type { DeskProblem } from '../problems/desk-problem';
import { DeskPages } from '../state/desk-pages';
import { DeskState } from './desk-state';
import { OperatorInput } from '../state/operator-input';
import type { PrimaryMeaning } from '../state/primary-choice';

/** Carries out the actions of the desk's buttons. */
@Injectable()
export class DeskActions {
  readonly #store = inject(Store);
  readonly #session = inject(AgentSession);
  readonly #pages = inject(DeskPages);
  readonly #state = inject(DeskState);
  readonly #drafts = inject(OperatorInput);
  readonly #work = inject(ClericalWork);
  readonly #placement = inject(ClericalPlacement);
  readonly #tab = inject(LeaderTab);

  /** Signs in. The password goes straight to the session, never through an NgRx action. */
  signIn(credentials?: OperatorCredentials): void {
    void this.#session.signIn(credentials);
  }

  /** Carries out the primary action. Does nothing if the button means something else by now: its new label shows why. */
  do(meaning: PrimaryMeaning): void {
    if (meaning !== this.#state.primary().meaning) return;
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
        return this.#placement.bringBack();
      case 'save':
        return this.#work.save();
      case 'endPause':
        return this.#store.dispatch(CommandActions.endPause());
    }
  }

  /** Carries out the action of the problem that was shown when its button was pressed. */
  act({ key, action }: DeskProblem): void {
    const isEnding = action?.type === 'recovery' && action.recovery.type === 'hangUp';
    // The call may be over, and the next one must not be ended.
    if (isEnding && this.#state.problem()?.key !== key) return;
    switch (action?.type) {
      case 'signIn':
        return this.signIn();
      case 'logIn':
        return this.#store.dispatch(CommandActions.logIn());
      case 'logOut':
        return this.#store.dispatch(CommandActions.logOut());
      case 'recovery':
        if (isEnding) this.#state.dismiss(key);
        return this.#store.dispatch(recoveryCommand(action.recovery));
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
