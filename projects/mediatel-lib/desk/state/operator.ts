import { Injectable, computed, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import {
  createPauseLimitSelector,
  isCallPhase,
  selectAgent,
  selectAudioProblems,
  selectBlockedScreenPop,
  selectCall,
  selectCallLimit,
  selectCommandRefusals,
  selectCommands,
  selectDisagreements,
  selectForcePause,
  selectIsSynced,
  selectLink,
  selectMissedCalls,
  selectMute,
  selectNextPause,
  selectPauseName,
  selectSoftphone,
  selectNotReady,
  notReadyReason,
} from 'mediatel-lib/store';
import { isStaleAudio } from './stale-audio';

/** The operator's state as signals: what every part of the desk reads. */
@Injectable({ providedIn: 'root' })
export class MediatelOperator {
  readonly #store = inject(Store);

  readonly agent = this.#store.selectSignal(selectAgent);
  readonly link = this.#store.selectSignal(selectLink);
  readonly softphone = this.#store.selectSignal(selectSoftphone);
  readonly commands = this.#store.selectSignal(selectCommands);
  readonly #anyCall = this.#store.selectSignal(selectCall);
  /** The call the operator is in; audio that has outlived Mediatel's call is none. */
  readonly call = computed(() => {
    const call = this.#anyCall();
    return isStaleAudio(call, this.agent(), this.link(), this.softphone()) ? null : call;
  });
  readonly refusals = this.#store.selectSignal(selectCommandRefusals);
  readonly pauseName = this.#store.selectSignal(selectPauseName);
  readonly disagreements = this.#store.selectSignal(selectDisagreements);
  readonly mute = this.#store.selectSignal(selectMute);
  readonly audioProblems = this.#store.selectSignal(selectAudioProblems);
  readonly notReady = this.#store.selectSignal(selectNotReady);
  readonly forcePause = this.#store.selectSignal(selectForcePause);
  readonly blockedPop = this.#store.selectSignal(selectBlockedScreenPop);
  readonly missed = this.#store.selectSignal(selectMissedCalls);
  readonly callLimit = this.#store.selectSignal(selectCallLimit);
  readonly pauseLimit = this.#store.selectSignal(createPauseLimitSelector(inject(MEDIATEL_CONFIG).pauseLimits));
  readonly nextPause = this.#store.selectSignal(selectNextPause);
  readonly isSynced = this.#store.selectSignal(selectIsSynced);

  /** Signed in, so that the state below means something. */
  readonly isSignedIn = computed(() => {
    const { status } = this.link().session;
    return status === 'signedIn' || status === 'signingOut';
  });
  readonly inCall = computed(() => this.call() !== null);
  readonly inClerical = computed(() => this.agent().phase === 'clerical' && this.isSignedIn());
  /** Whether the phone could take a call: registered, with a microphone. */
  readonly isPhoneReady = computed(() => notReadyReason(this.softphone()) === null);
  readonly phaseIsCall = computed(() => isCallPhase(this.agent().phase));
}
