import { DestroyRef, Injector, type Signal, computed, effect, inject, ɵɵdefineInjectable } from '@angular/core';
import { Actions } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import { MEDIATEL_CONFIG, type OperatorCredentials, Softphone } from 'mediatel-lib/ports';
import type { PauseReason } from 'mediatel-lib/protocol';
import { type Observable, filter, map, share } from 'rxjs';
import { HandOvers } from './after-call/hand-overs';
import { AgentSession } from './agent-session';
import { type MediatelOutcome, done, refused } from './commands/command-outcome';
import { CommandReceipts } from './commands/command-receipts';
import { emptyDraft } from './drafts/call-draft';
import { AccountVault } from './commands/account-vault';
import { CallDrafts } from './drafts/call-drafts';
import { EffectsLoader } from './effects-loader';
import { answerOutcome } from './facade/answer-outcome';
import { type MediatelEvent, eventReader } from './facade/mediatel-event';
import { type MediatelProblem, selectProblems } from './facade/mediatel-problem';
import {
  type ReloadSafety,
  reloadSafety,
  selectReloadObstacle,
  selectResumeObstacle,
  storageLooks,
} from './facade/reload-safety';
import type { MediatelCall } from './selectors/call';
import { type CommandRefusals, selectCall, selectCommandContext, selectCommandRefusals } from './selectors/selectors';
import { agentFeature, selectAgent } from './state/agent-feature';
import type { AgentState } from './state/agent-state';
import { isAnswered } from './state/call/answered';
import { CommandActions } from './state/command-actions';
import { type PlainName, plainActions } from './state/command-rules';
import type { CommandName } from './state/command-status';
import { recoveryCommand } from './state/recovery-action';
import type { SessionState } from './state/session-state';

/**
 * The operator's phone without NgRx: state as signals, commands as methods that resolve to their outcome, events.
 *
 * It shows the same store as the selectors, and gives the same commands as the actions: a host may mix both. It works in each
 * of the operator's tabs. No method rejects, and each promise resolves once. Before a sign-in and on a server every command
 * is refused. Injecting it throws `MediatelSetupError` if the library is not set up or there is no store.
 */
export class Mediatel implements Readonly<Record<CommandName, (...args: never[]) => Promise<MediatelOutcome>>> {
  /**
   * Angular's definition of a service at the root, as `@Injectable` makes it.
   *
   * @internal Written out because a decorated class stays in the first bundle of a host that does not use it.
   */
  static readonly ɵprov = /* @__PURE__ */ ɵɵdefineInjectable({
    token: Mediatel,
    providedIn: 'root',
    factory: () => new Mediatel(),
  });

  // First: if the library is not set up, its error says so.
  readonly #session = inject(AgentSession);
  readonly #store = inject(Store);
  readonly #effects = inject(EffectsLoader);
  readonly #receipts = inject(CommandReceipts);
  readonly #drafts = inject(CallDrafts);
  readonly #handOvers = inject(HandOvers);
  readonly #injector = inject(Injector);
  readonly #softphone = inject(Softphone);
  readonly #vault = inject(AccountVault);
  readonly #context = this.#store.selectSignal(selectCommandContext);
  readonly #obstacle = this.#store.selectSignal(selectReloadObstacle);
  readonly #resumeObstacle = inject(MEDIATEL_CONFIG).resumeCalls
    ? this.#store.selectSignal(selectResumeObstacle)
    : this.#obstacle;
  /** Whether a page can go on with a call. */
  readonly #isKept = computed((): boolean => {
    this.#context();
    storageLooks();
    const { account } = this.#vault;
    return account !== null && this.#softphone.keptCall(account.sip) !== null;
  });

  /** Who is signed in. */
  readonly session: Signal<SessionState> = this.#session.state;
  /** The operator's state at Mediatel; `phase` says what the operator is doing. */
  readonly state: Signal<AgentState> = this.#store.selectSignal(selectAgent);
  /** The operator's one call; `null` if there is none. */
  readonly call: Signal<MediatelCall | null> = this.#store.selectSignal(selectCall);
  /** For every command, why it is refused now; `null` if it is allowed. Disables a button and explains why. */
  readonly refusals: Signal<CommandRefusals> = this.#store.selectSignal(selectCommandRefusals);
  /** The pauses to take. */
  readonly pauses: Signal<readonly PauseReason[]> = this.#store.selectSignal(agentFeature.selectPauseList);
  /** The operator's queues; one may be given to `makeCall`. */
  readonly queues: Signal<readonly string[]> = this.#store.selectSignal(agentFeature.selectQueues);
  /** What is wrong now; empty if nothing is. */
  readonly problems: Signal<readonly MediatelProblem[]> = this.#store.selectSignal(selectProblems);
  /** Whether the page can be reloaded without losing anything, or why not. */
  readonly safeToReload: Signal<ReloadSafety> = computed(() => this.#safety(this.#obstacle(), false));
  /**
   * The same for a reload in mid-call: a call that the next page goes on with is no reason, nor is a draft that the browser
   * stores. With `resumeCalls: false` every call is a reason.
   */
  readonly safeToReloadInCall: Signal<ReloadSafety> = computed(() => this.#safety(this.#resumeObstacle(), true));

  /**
   * Resolves when the page can be reloaded without losing anything: at once, or after the call and its work. For a new
   * version of the CRM that waits.
   */
  whenFree(): Promise<void> {
    if (this.safeToReload().safe) return Promise.resolve();
    return new Promise<void>((resolve) => {
      // The application may be destroyed first, or be so already: then nothing is left to lose.
      const forget = this.#injector.get(DestroyRef).onDestroy(resolve);
      const watch = effect(
        () => {
          if (!this.safeToReload().safe) return;
          resolve();
          forget();
          watch.destroy();
        },
        { injector: this.#injector },
      );
    }).catch(() => undefined);
  }

  /** What happens at the phone, in order, from the subscription on. Completes with the application. */
  readonly events: Observable<MediatelEvent> = inject(Actions).pipe(
    map(eventReader()),
    filter((event) => event !== null),
    share(),
  );

  /** Signs in; see `AgentSession.signIn`. A newer attempt overtakes this one. */
  signIn(credentials?: OperatorCredentials): Promise<MediatelOutcome> {
    return this.#inSession(async () => {
      const failure = await this.#session.trySignIn(credentials);
      if (failure === null) return done;
      return refused(failure === 'superseded' ? { reason: 'overtaken' } : { reason: 'sign-in-failed', failure });
    });
  }

  /** Logs out of Mediatel and closes everything, in all tabs; resolves when it is over. Refused during a call. */
  signOut(): Promise<MediatelOutcome> {
    return this.#inSession(async () => {
      const refusal = await this.#session.signOut();
      return refusal === null ? done : refused(refusal);
    });
  }

  /** Takes an agent at Mediatel. `signIn` does it already; this is for after a log-out. */
  logIn(): Promise<MediatelOutcome> {
    return this.#give('logIn');
  }

  /** Leaves the agent at Mediatel; the session stays. */
  logOut(): Promise<MediatelOutcome> {
    return this.#give('logOut');
  }

  /** Calls a number. Done when Mediatel dials. `queueName` is one of `queues`; without it Mediatel takes the first. */
  makeCall(phoneNumber: string, { queueName = null }: { queueName?: string | null } = {}): Promise<MediatelOutcome> {
    return this.#dispatch(CommandActions.makeCall({ phoneNumber, queueName }));
  }

  /** Answers the ringing call by hand. Done when the phone has answered. */
  answer(): Promise<MediatelOutcome> {
    const { call } = this.#context().softphone;
    const action = CommandActions.answer();
    return this.#dispatch(action, () => {
      if (call === null) return this.#receipts.settle(action, refused({ reason: 'no-call' }));
      this.#receipts.follow(action, answerOutcome(this.#store, call.callId));
      if (!isAnswered(call)) this.#store.dispatch(action);
    });
  }

  /** Ends the call, or cancels it while it rings. */
  hangUp(): Promise<MediatelOutcome> {
    return this.#give('hangUp');
  }

  /** Puts the call on hold. */
  hold(): Promise<MediatelOutcome> {
    return this.#give('hold');
  }

  /** Takes the call back from hold. */
  retrieve(): Promise<MediatelOutcome> {
    return this.#give('retrieve');
  }

  /** Mutes or unmutes the operator: the outgoing track at once, and the call at Mediatel if Mediatel allows it. */
  mute(muted: boolean): Promise<MediatelOutcome> {
    return this.#dispatch(CommandActions.setMuted({ muted }));
  }

  /**
   * Sends DTMF digits `0-9*#A-D` in the answered call; other signs are refused. Done when the phone has them; nothing confirms
   * their arrival.
   */
  sendDigits(digits: string): Promise<MediatelOutcome> {
    const action = CommandActions.sendDigits({ digits });
    return this.#dispatch(action, () => {
      const hasCall = isAnswered(this.#context().softphone.call);
      const isSendable = hasCall && /^[0-9*#A-D]+$/i.test(digits);
      if (isSendable) this.#store.dispatch(action);
      this.#receipts.settle(action, isSendable ? done : refused({ reason: hasCall ? 'invalid-number' : 'no-call' }));
    });
  }

  /** Turns automatic dialling on or off. */
  predictive(on: boolean): Promise<MediatelOutcome> {
    return this.#dispatch(CommandActions.setPredictive({ on }));
  }

  /**
   * Takes a pause, by its `id` or its name in `pauses`. During a call and its clerical it is planned for afterwards, and done
   * when it is planned.
   */
  pause(pause: string): Promise<MediatelOutcome> {
    const byName = this.pauses().find(({ name }) => name === pause);
    const isId = this.pauses().some(({ id }) => id === pause);
    return this.#dispatch(CommandActions.takePause({ pauseId: isId ? pause : (byName?.id ?? pause) }));
  }

  /** Ends the pause. */
  endPause(): Promise<MediatelOutcome> {
    return this.#give('endPause');
  }

  /** Drops the pause planned for after the call. */
  cancelNextPause(): Promise<MediatelOutcome> {
    return this.#dispatch(CommandActions.cancelNextPause());
  }

  /**
   * Saves the codes of the call in clerical, in this order. Done when its clerical is over.
   *
   * `note`: the note for the CRM's contact. `pauseId`: the pause to take afterwards.
   */
  saveCallCodes(
    codeIds: readonly string[],
    { note, pauseId = null }: { note?: string; pauseId?: string | null } = {},
  ): Promise<MediatelOutcome> {
    const { knownCallTraceID: callTraceID, callNumber } = this.state();
    if (note !== undefined) this.#drafts.changeCall({ callTraceID, callNumber }, { note });
    return this.#dispatch(CommandActions.saveCallCodes({ callTraceID, callNumber, codeIds, pauseId }));
  }

  /** Restarts the agent that does not answer any more. */
  restartAgent(): Promise<MediatelOutcome> {
    return this.#give('restartAgent');
  }

  /** Gives the command that solves a problem; does nothing if no command can. Call it straight from a click. */
  recover({ recovery }: Pick<MediatelProblem, 'recovery'>): void {
    if (recovery !== null) this.#store.dispatch(recoveryCommand(recovery));
  }

  #safety(obstacle: ReturnType<typeof selectReloadObstacle>, isBack: boolean): ReloadSafety {
    const { knownCallTraceID: callTraceID, callNumber } = this.state();
    const awaited = this.#receipts.pending() + this.#handOvers.pending();
    const drafts = { all: this.#drafts.all(), isStored: this.#drafts.isStored() };
    const isKept = isBack && callTraceID !== null && drafts.all.has(callTraceID);
    const early = isKept ? emptyDraft : this.#drafts.ofCall({ callTraceID, callNumber });
    const hasNone = this.#context().softphone.call === null;
    const keeps = this.#isKept();
    // A reloaded page has not gone on with its call yet; or the browser could not store this page's call.
    const isLost = hasNone === keeps && (hasNone || isBack);
    return reloadSafety(isLost ? 'in-call' : obstacle, awaited, drafts, early, isBack);
  }

  #give(name: PlainName): Promise<MediatelOutcome> {
    return this.#dispatch(plainActions[name]());
  }

  #dispatch(action: Action, give = (): void => this.#store.dispatch(action)): Promise<MediatelOutcome> {
    if (this.#effects.isServer) return Promise.resolve(refused({ reason: 'no-browser' }));
    // The effects load with the sign-in. Without them nobody would hear the action.
    if (!this.#effects.started) return Promise.resolve(refused({ reason: 'not-signed-in' }));
    return this.#receipts.outcomeOf(action, give);
  }

  #inSession(request: () => Promise<MediatelOutcome>): Promise<MediatelOutcome> {
    if (this.#effects.isServer) return Promise.resolve(refused({ reason: 'no-browser' }));
    return this.#receipts.outcomeOfRequest(request);
  }
}
