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

/** The operator's state as signals. Every part of the desk reads it. */
@Injectable({ providedIn: 'root' })
export class MediatelOperator {
  // First: if the library is not set up, this error says so.
  readonly #config = inject(MEDIATEL_CONFIG);
  readonly #store = inject(Store);

  /** The agent's state, from Mediatel's snapshots. */
  readonly agent = this.#store.selectSignal(selectAgent);
  /** The session and the connection to Mediatel. */
  readonly link = this.#store.selectSignal(selectLink);
  /** The softphone: registration, microphone, its call. */
  readonly softphone = this.#store.selectSignal(selectSoftphone);
  /** The commands and what came of them. */
  readonly commands = this.#store.selectSignal(selectCommands);
  readonly #anyCall = this.#store.selectSignal(selectCall);
  /** The present call; `null` for none. Audio that outlives Mediatel's call does not count. */
  readonly call = computed(() => {
    const call = this.#anyCall();
    return isStaleAudio(call, this.agent(), this.link(), this.softphone()) ? null : call;
  });
  /** Why each command is not allowed now; `null` when it is. */
  readonly refusals = this.#store.selectSignal(selectCommandRefusals);
  /** Name of the present pause reason, or its id when the list has no name; `null` on no pause. */
  readonly pauseName = this.#store.selectSignal(selectPauseName);
  /** Facts about the call on which Mediatel and the softphone disagree, after the grace period. */
  readonly disagreements = this.#store.selectSignal(selectDisagreements);
  /** Whether the operator is muted, here and in Mediatel; `null` without a call. */
  readonly mute = this.#store.selectSignal(selectMute);
  /** Problems with the call's audio, the worst first. */
  readonly audioProblems = this.#store.selectSignal(selectAudioProblems);
  /** Why an available operator can't take calls; `null` until this has lasted `notReadyGrace`, and while not available. */
  readonly notReady = this.#store.selectSignal(selectNotReady);
  /** The pause that Mediatel forced after an unanswered call; `null` for none. */
  readonly forcePause = this.#store.selectSignal(selectForcePause);
  /** The screen pop that the browser blocked; `null` for none. */
  readonly blockedPop = this.#store.selectSignal(selectBlockedScreenPop);
  /** The missed calls that are not dismissed, the newest last. */
  readonly missed = this.#store.selectSignal(selectMissedCalls);
  /** The limit of the call's duration; `null` for none. */
  readonly callLimit = this.#store.selectSignal(selectCallLimit);
  /** The limit of the pause, from the configuration's `pauseLimits`; `null` for none. */
  readonly pauseLimit = this.#store.selectSignal(createPauseLimitSelector(this.#config.pauseLimits));
  /** The pause that begins after the call; `null` for none. */
  readonly nextPause = this.#store.selectSignal(selectNextPause);
  /** Whether Mediatel is connected and has sent its state. */
  readonly isSynced = this.#store.selectSignal(selectIsSynced);

  /** Whether a session exists, so that the other signals are meaningful. */
  readonly isSignedIn = computed(() => {
    const { status } = this.link().session;
    return status === 'signedIn' || status === 'signingOut';
  });
  /** Whether there is a call. */
  readonly inCall = computed(() => this.call() !== null);
  /** Whether the operator is in after-call work. */
  readonly inClerical = computed(() => this.agent().phase === 'clerical' && this.isSignedIn());
  /** Whether the phone can take a call: registered, with a microphone. */
  readonly isPhoneReady = computed(() => notReadyReason(this.softphone()) === null);
  /** Whether the agent's phase is one of a call. Unlike `inCall`, it does not look at the softphone. */
  readonly phaseIsCall = computed(() => isCallPhase(this.agent().phase));
}
