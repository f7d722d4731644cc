import { EnvironmentInjector, Injectable, inject, runInInjectionContext } from '@angular/core';
import { Store } from '@ngrx/store';
import {
  type OperatorAccount,
  AgentConnection,
  type OperatorCredentials,
  MEDIATEL_CONFIG,
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
import { missingField, signInFailure } from './session/sign-in-failure';
import { isAnswered } from './state/call/answered';
import { SignOutMark } from './commands/sign-out-mark';

const inCall: CommandRefusal = { reason: 'in-call' };

const sameSip = (a: SipAccount, b: SipAccount): boolean =>
  a.url === b.url && a.realm === b.realm && a.login === b.login && a.password === b.password;

/**
 * Signs the operator in and out: the account from the host, the connection, the phone.
 *
 * The account stays in this tab's memory; no password reaches an action or the state.
 */
@Injectable({ providedIn: 'root' })
export class AgentSession {
  readonly #store = inject(Store);
  readonly #injector = inject(EnvironmentInjector);
  readonly #config = inject(MEDIATEL_CONFIG);
  readonly #connection = inject(AgentConnection);
  readonly #softphone = inject(Softphone);
  readonly #vault = inject(AccountVault);
  readonly #effects = inject(EffectsLoader);
  readonly #traces = inject(CustomerTraces);
  readonly #mark = inject(SignOutMark);
  readonly #context = this.#store.selectSignal(selectCommandContext);
  /** Counts attempts: an answer to an older one comes too late. */
  #attempt = 0;

  readonly state = this.#store.selectSignal(linkFeature.selectSession);

  /**
   * Asks the host for the account, opens the connection and starts the phone.
   *
   * Waits for a sign-out that is under way. Signs another operator out first, and leaves them signed in during a call. Never
   * rejects: failures show in `state`.
   */
  async signIn(credentials?: OperatorCredentials): Promise<void> {
    const attempt = ++this.#attempt;
    if (this.state().status === 'signingOut') await this.#left();
    if (attempt !== this.#attempt) return;
    this.#store.dispatch(SessionActions.signInStarted());
    this.#mark.begin();
    const account = await this.#prepare(credentials);
    if (attempt !== this.#attempt) return;
    if ('reason' in account) {
      this.#store.dispatch(SessionActions.signInFailed({ failure: account }));
      return;
    }
    // The operator signed out in another tab while this one was loading.
    if (this.#mark.isPassed(account.mediatel.user)) {
      this.#store.dispatch(SessionActions.signedOut());
      return;
    }
    const former = this.#vault.account?.mediatel.user ?? null;
    if (former !== null && former !== account.mediatel.user) await this.#replace(former, account);
    else this.#enter(account);
  }

  /** What is planned, pending or typed is the former operator's, and goes with them. */
  async #replace(former: string, account: OperatorAccount): Promise<void> {
    const leaving = this.signOut();
    const attempt = this.#attempt;
    const refusal = await leaving;
    if (attempt !== this.#attempt) return;
    if (refusal !== null) {
      this.#store.dispatch(SessionActions.signInFailed({ failure: { reason: 'in-call', detail: former } }));
      return;
    }
    this.#store.dispatch(SessionActions.signInStarted());
    this.#enter(account);
  }

  #enter(account: OperatorAccount): void {
    const before = this.#vault.account;
    this.#vault.keep(account);
    const { user, extension } = account.mediatel;
    this.#store.dispatch(SessionActions.signedIn({ user, extension }));
    this.#connection.open(account.mediatel);
    // Signing in again in the middle of a call must not cost the call.
    const isOff = this.#context().softphone.registration.status === 'off';
    if (before === null || isOff || !sameSip(before.sip, account.sip)) this.#softphone.start(account.sip);
  }

  /**
   * Logs out of Mediatel, then closes the connection and the phone and forgets the account, in all tabs of the operator.
   *
   * @returns `null` once everything is closed; during a call the reason why not, also for a call that comes in between.
   */
  async signOut(): Promise<CommandRefusal | null> {
    const { agent, link, softphone } = this.#context();
    // Without a link Mediatel's call is only what was last known: it must not keep anybody from leaving.
    if (isAnswered(softphone.call) || (link.connection.status === 'connected' && isInCall(agent))) {
      this.#store.dispatch(CommandOutcomes.commandRefused({ command: 'logOut', refusal: inCall }));
      return inCall;
    }
    this.#attempt++;
    if (link.session.status !== 'signingOut') {
      // Nothing was ever opened where the effects never started; an earlier page may have left something.
      if (!this.#effects.started) this.#traces.forget();
      this.#store.dispatch(this.#effects.started ? SessionActions.signOutStarted() : SessionActions.signedOut());
    }
    return (await this.#left()).status === 'signedIn' ? inCall : null;
  }

  /** Resolves when no sign-out is under way. */
  #left(): Promise<SessionState> {
    const sessions = this.#store.select(linkFeature.selectSession);
    const over = sessions.pipe(filter(({ status }) => status !== 'signingOut'));
    // The application may end first.
    return firstValueFrom(over, { defaultValue: { status: 'signedOut' } });
  }

  /** The host is asked while the effects are fetched. */
  async #prepare(credentials: OperatorCredentials | undefined): Promise<OperatorAccount | SignInFailure> {
    const asked = this.#askHost(credentials);
    // A chunk that can't be fetched (an outage, a deployment in between) is told like a host that can't be reached.
    try {
      await this.#effects.start();
    } catch (thrown) {
      return { reason: 'unreachable', detail: thrown instanceof Error ? thrown.message : '' };
    }
    return asked;
  }

  async #askHost(credentials: OperatorCredentials | undefined): Promise<OperatorAccount | SignInFailure> {
    // The host's own code: whatever it throws becomes a typed reason.
    try {
      const account = await runInInjectionContext(this.#injector, () => this.#config.account(credentials));
      const field = missingField(account);
      return field === null ? account : { reason: 'incomplete-account', field };
    } catch (thrown) {
      return signInFailure(thrown);
    }
  }
}
