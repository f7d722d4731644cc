import { Injectable, inject, runInInjectionContext } from '@angular/core';
import { Store } from '@ngrx/store';
import {
  type OperatorAccount,
  AgentConnection,
  FlightRecorder,
  type OperatorCredentials,
  MEDIATEL_CONFIG,
  MediatelSetupError,
  SetupPlace,
  type SipAccount,
  Softphone,
} from 'mediatel-lib/ports';
import { filter, firstValueFrom } from 'rxjs';
import { AccountVault } from './commands/account-vault';
import { CommandOutcomes } from './state/command-actions';
import { isInCall } from './selectors/command-refusal';
import type { CommandRefusal } from './state/command-status';
import { CustomerTraces } from './drafts/customer-traces';
import { EffectsLoader } from './effects-loader';
import { linkFeature } from './state/link-feature';
import { selectCommandContext } from './selectors/selectors';
import { SessionActions } from './state/session-actions';
import type { SessionState, SignInFailure } from './state/session-state';
import { signInFailure } from './session/sign-in-failure';
import { isAnswered } from './state/call/answered';
import { SignOutMark } from './commands/sign-out-mark';

const inCall: CommandRefusal = { reason: 'in-call' };
const superseded = 'superseded';

const sameSip = (a: SipAccount, b: SipAccount): boolean =>
  a.url === b.url && a.realm === b.realm && a.login === b.login && a.password === b.password;

/** The store, or an error that says what to write. */
function hostStore(): Store {
  const store = inject(Store, { optional: true });
  if (store === null) throw MediatelSetupError.noStore();
  return store;
}

/**
 * Signs the operator in and out: fetches the account from the host, opens the connection, starts the phone.
 *
 * The account stays in this tab's memory; no password enters an action or the state. Injecting it throws
 * `MediatelSetupError` if the library is not set up or there is no store.
 */
@Injectable({ providedIn: 'root' })
export class AgentSession {
  // First: if the library is not set up, this error says so.
  readonly #config = inject(MEDIATEL_CONFIG);
  readonly #store = hostStore();
  readonly #place = inject(SetupPlace);
  readonly #connection = inject(AgentConnection);
  readonly #softphone = inject(Softphone);
  readonly #vault = inject(AccountVault);
  readonly #effects = inject(EffectsLoader);
  readonly #traces = inject(CustomerTraces);
  readonly #mark = inject(SignOutMark);
  readonly #context = this.#store.selectSignal(selectCommandContext);
  /** Counts sign-in attempts, so that the result of an older one is ignored. */
  #attempt = 0;
  /** Ends the wait of the present attempt: the host may never answer it. */
  #endAttempt: () => void = () => undefined;

  /** The session's current state, as a signal; also in the store as `selectLink`'s `session`. */
  readonly state = this.#store.selectSignal(linkFeature.selectSession);

  /**
   * Gets the account from the host, opens the connection and starts the phone.
   *
   * Does nothing on a server: the page signs in in the browser.
   *
   * Waits for a pending sign-out. Signs another operator out first; during a call that operator stays signed in. Never
   * rejects: a failure is in `state`. A newer call supersedes an older one.
   *
   * @param credentials Passed to the host's `account()`; leave it out if the host knows the operator otherwise.
   */
  async signIn(credentials?: OperatorCredentials): Promise<void> {
    await this.trySignIn(credentials);
  }

  /**
   * Like `signIn`, and resolves with the result of this attempt.
   *
   * @returns `null` if the operator is signed in, else the failure; `superseded` if a newer attempt or a sign-out replaced
   * it, and on a server.
   */
  async trySignIn(credentials?: OperatorCredentials): Promise<SignInFailure | 'superseded' | null> {
    if (this.#effects.isServer) return superseded;
    const attempt = this.#beginAttempt();
    const overtaken = new Promise<null>((resolve) => {
      this.#endAttempt = () => resolve(null);
    });
    if (this.state().status === 'signingOut') await this.#left();
    if (attempt !== this.#attempt) return superseded;
    this.#store.dispatch(SessionActions.signInStarted());
    this.#mark.begin();
    const account = await Promise.race([this.#prepare(credentials), overtaken]);
    if (account === null || attempt !== this.#attempt) return superseded;
    if ('reason' in account) return this.#fail(account);
    // The operator signed out in another tab while this one was loading.
    if (this.#mark.isPassed(account.mediatel.user)) {
      this.#store.dispatch(SessionActions.signedOut());
      return superseded;
    }
    const former = this.#vault.account?.mediatel.user ?? null;
    if (former !== null && former !== account.mediatel.user) return this.#replace(former, account);
    this.#enter(account);
    return null;
  }

  /** Counts an attempt to sign in or out, and ends the one before it. */
  #beginAttempt(): number {
    this.#endAttempt();
    return ++this.#attempt;
  }

  #fail(failure: SignInFailure): SignInFailure {
    this.#store.dispatch(SessionActions.signInFailed({ failure }));
    return failure;
  }

  /** Signs the former operator out, with everything planned, pending or typed, and then signs the next one in. */
  async #replace(former: string, account: OperatorAccount): Promise<SignInFailure | 'superseded' | null> {
    const leaving = this.signOut();
    const attempt = this.#attempt;
    const refusal = await leaving;
    if (attempt !== this.#attempt) return superseded;
    if (refusal !== null) return this.#fail({ reason: 'in-call', detail: former });
    this.#store.dispatch(SessionActions.signInStarted());
    this.#enter(account);
    return null;
  }

  #enter(account: OperatorAccount): void {
    const before = this.#vault.account;
    this.#vault.keepAccount(account);
    const { user, extension } = account.mediatel;
    this.#store.dispatch(SessionActions.signedIn({ user, extension }));
    this.#connection.open(account.mediatel);
    // Signing in again during a call must not end the call.
    const isOff = this.#context().softphone.registration.status === 'off';
    if (before === null || isOff || !sameSip(before.sip, account.sip)) this.#softphone.start(account.sip);
  }

  /**
   * Logs out of Mediatel, then closes the connection and the phone and forgets the account, in all of the operator's tabs.
   *
   * @returns `null` once everything is closed. During a call, or if a call arrives meanwhile, the refusal `in-call`: the
   * operator stays signed in.
   */
  async signOut(): Promise<CommandRefusal | null> {
    const { agent, link, softphone } = this.#context();
    // A reloaded page may not have gone on with its call yet.
    const account = this.#vault.account;
    const hasCall = isAnswered(softphone.call) || (account && this.#softphone.keptCall(account.sip)) !== null;
    // Without a link, Mediatel's call is only the last known state: it must not keep anybody from leaving.
    if (hasCall || (link.connection.status === 'connected' && isInCall(agent))) {
      this.#store.dispatch(CommandOutcomes.commandRefused({ command: 'logOut', refusal: inCall }));
      return inCall;
    }
    this.#beginAttempt();
    if (link.session.status !== 'signingOut') {
      // If the effects never started, nothing is open; but an earlier page may have left customer data.
      if (!this.#effects.started) {
        this.#traces.forget();
        this.#place.injector.get(FlightRecorder, null)?.forget();
      }
      this.#store.dispatch(this.#effects.started ? SessionActions.signOutStarted() : SessionActions.signedOut());
    }
    return (await this.#left()).status === 'signedIn' ? inCall : null;
  }

  /** Resolves when no sign-out is pending. */
  #left(): Promise<SessionState> {
    const sessions = this.#store.select(linkFeature.selectSession);
    const over = sessions.pipe(filter(({ status }) => status !== 'signingOut'));
    // The application may be destroyed first.
    return firstValueFrom(over, { defaultValue: { status: 'signedOut' } });
  }

  /** Gets the account and loads the code, in parallel. */
  async #prepare(credentials: OperatorCredentials | undefined): Promise<OperatorAccount | SignInFailure> {
    const code = this.#effects.start();
    this.#connection.prepare();
    const asked = this.#askHost(credentials, code);
    // A chunk that can't be fetched (an outage, a new deployment) is reported like a host that can't be reached.
    try {
      await code;
    } catch (thrown) {
      return { reason: 'unreachable', detail: thrown instanceof Error ? thrown.message : '' };
    }
    return asked;
  }

  async #askHost(
    credentials: OperatorCredentials | undefined,
    code: ReturnType<EffectsLoader['start']>,
  ): Promise<OperatorAccount | SignInFailure> {
    // This is the host's code: every error becomes a typed reason.
    try {
      const account = await runInInjectionContext(this.#place.injector, () => this.#config.account(credentials));
      const { missingField } = await code;
      return missingField(account) ?? account;
    } catch (thrown) {
      return signInFailure(thrown);
    }
  }
}
