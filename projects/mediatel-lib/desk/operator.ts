import { Injectable, computed, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import {
  isCallPhase,
  selectAgent,
  selectCall,
  selectCommandRefusals,
  selectCommands,
  selectIsSynced,
  selectLink,
  selectPauseName,
  selectSoftphone,
} from 'mediatel-lib/store';

/** The operator's state as signals: what every part of the desk reads. */
@Injectable({ providedIn: 'root' })
export class Operator {
  readonly #store = inject(Store);

  readonly agent = this.#store.selectSignal(selectAgent);
  readonly link = this.#store.selectSignal(selectLink);
  readonly softphone = this.#store.selectSignal(selectSoftphone);
  readonly commands = this.#store.selectSignal(selectCommands);
  readonly call = this.#store.selectSignal(selectCall);
  readonly refusals = this.#store.selectSignal(selectCommandRefusals);
  readonly pauseName = this.#store.selectSignal(selectPauseName);
  readonly isSynced = this.#store.selectSignal(selectIsSynced);

  /** Signed in, so that the state below means something. */
  readonly isSignedIn = computed(() => {
    const { status } = this.link().session;
    return status === 'signedIn' || status === 'signingOut';
  });
  readonly inCall = computed(() => this.call() !== null);
  readonly inClerical = computed(() => this.agent().phase === 'clerical' && this.isSignedIn());
  /** Whether the phone could take a call: registered, with a microphone. */
  readonly isPhoneReady = computed(() => {
    const { registration, microphone } = this.softphone();
    return registration.status === 'registered' && microphone.status === 'ready';
  });
  readonly phaseIsCall = computed(() => isCallPhase(this.agent().phase));
}
