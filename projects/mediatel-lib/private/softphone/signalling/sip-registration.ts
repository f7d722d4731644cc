import type { URI } from 'jssip';
import type { MediatelClock, Registration, SipAccount, SipRetryPolicy, SipTrace } from 'mediatel-lib/ports';
import { instanceId } from './instance-id';
import { handshakeFault } from './sip-authorisation';
import { SipKeepAlive } from './sip-keep-alive';
import { contactUriOf, contactUserOf, reopenSocket, sendOptions } from '../jssip/jssip-inside';
import type { JsSip, JsSipAgent, JsSipInvitation } from '../jssip/jssip-module';
import { retryAfter } from './retry-after';
import { nextRegistration, type RegistrationInput } from './next-registration';
import { contactExpires, isOurContact, readRegisterResponse } from './register-response';
import { SipSocket } from './sip-socket';
import type { After } from './worker-timers';

/** Receives the registration's events. */
export interface SipRegistrationListener {
  changed(registration: Registration): void;
  invited(invitation: JsSipInvitation): void;
  /** The server has answered a REGISTER, whatever it says: requests within a call reach it. */
  reachable(): void;
  /** The WebSocket is closed. An unanswered INVITE can't be answered any more; calls with media continue. */
  socketLost(): void;
  /** A message on the wire. */
  traced: SipTrace;
}

/** Status codes after which the same account would only be refused again. */
const accountRefused: readonly number[] = [401, 403, 404, 407];
/** Those among them that say nothing about the password. A server that reloads its accounts sends them too. */
const mayPass: readonly number[] = [403, 404];

/** Longest time for which a server can keep an extension from being registered (ms). The operator can try at any time. */
const longestRegisterWait = 300_000;

/** Keeps one extension registered, with JsSIP's user agent and our own retries. */
export class SipRegistration {
  readonly #agent: JsSipAgent;
  readonly #socket: SipSocket;
  readonly #instance = instanceId();
  #registration: Registration = { status: 'off' };
  /** Cancels the timer of the current REGISTER, or of the next one. */
  #callOff: (() => void) | null = null;
  #stopped = false;
  #hasEnded: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => (this.#hasEnded = resolve));
  readonly #probe: SipKeepAlive;
  /** The keep-alive's request: OPTIONS, unless the server ignores those. */
  #probesBy: 'OPTIONS' | 'REGISTER' = 'OPTIONS';
  #answersOptions = false;
  readonly #expires: number;
  readonly #policy: SipRetryPolicy;
  readonly #clock: MediatelClock;
  readonly #after: After;
  readonly #listener: SipRegistrationListener;

  /**
   * Throws JsSIP's error if it can't use the account.
   *
   * `contactUri`: the Contact of an earlier page, whose call goes on.
   */
  constructor(
    jssip: JsSip,
    account: SipAccount,
    contactUri: string | null,
    expires: number,
    policy: SipRetryPolicy,
    clock: MediatelClock,
    after: After,
    listener: SipRegistrationListener,
  ) {
    this.#expires = expires;
    this.#policy = policy;
    this.#clock = clock;
    this.#after = after;
    this.#listener = listener;
    this.#socket = new SipSocket(
      jssip,
      webSocketUrl(account.url),
      policy,
      after,
      () => clock.monotonic(),
      {
        waiting: (delay, detail, fault) =>
          this.#enter({
            ...{ type: 'delayed', retryAt: clock.monotonic() + delay, detail },
            ...(fault !== null && { [fault]: true }),
          }),
        opening: () => this.#enter({ type: 'opening' }),
        sent: (message) => listener.traced('sent', message),
        received: (message) => {
          listener.traced('received', message);
          this.#received(message);
        },
        unreadable: () => undefined,
      },
      handshakeFault,
    );
    this.#agent = new jssip.UA({
      sockets: [this.#socket],
      uri: new jssip.URI('sip', account.login, account.realm).toString(),
      authorization_user: account.login,
      password: account.password,
      display_name: account.displayName,
      instance_id: this.#instance,
      ...(contactUri !== null && { contact_uri: contactUri }),
      register_expires: expires,
      // A session refresh while the WebSocket is cut would end the call. The server refreshes instead.
      session_timers: false,
    });
    const server = new jssip.URI('sip', '', account.realm);
    this.#probe = new SipKeepAlive(
      after,
      (answered) => this.#probeServer(server, answered),
      () => this.#unanswered(),
    );
    this.#agent.on('connected', () => this.#connected());
    this.#agent.on('disconnected', () => this.#disconnected());
    this.#agent.on('registrationFailed', ({ response }) => {
      if (response)
        this.#refused(response.status_code, response.reason_phrase, retryAfter(response, longestRegisterWait));
    });
    // With a listener, JsSIP does not refresh itself, which nothing would watch.
    this.#agent.on('registrationExpiring', () => undefined);
    // All calls are incoming: Mediatel dials, and the extension only answers.
    this.#agent.on('newRTCSession', (invitation: JsSipInvitation) => listener.invited(invitation));
  }

  /** JsSIP's user agent, to restore a call in it. */
  get agent(): JsSipAgent {
    return this.#agent;
  }

  /** Our Contact without its parameters. */
  get contactUri(): string {
    return contactUriOf(this.#agent);
  }

  start(): void {
    this.#agent.start();
  }

  /** Ends calls, removes the binding and closes the socket, which may take 2 s. Resolves when that is done. */
  stop(): Promise<void> {
    if (!this.#stopped) this.#end();
    return this.#ended;
  }

  #end(): void {
    this.#stopped = true;
    if (!this.#agent.isConnected()) this.#hasEnded();
    this.#stopTimer();
    this.#probe.stop();
    if (!this.#agent.isConnected()) this.#socket.disconnect();
    this.#agent.stop();
    this.#enter({ type: 'stopped' });
  }

  /** Closes the socket before JsSIP can send anything more. */
  cut(): void {
    this.#socket.disconnect();
  }

  /** Handles an INVITE that came to an earlier page with the same Contact: a response finds its way by its Via. */
  replay(invite: string): void {
    this.#socket.replay(invite);
  }

  registerNow(): void {
    if (this.#stopped) return;
    // JsSIP registers on a new socket, except after `unregister()`; `register()` reverses that.
    if (this.#agent.isConnected() || this.#rejected) this.#register();
    this.#socket.connectNow();
  }

  /** The browser reports a network. A rejected registration stays rejected: only a person may retry it. */
  networkBack(): void {
    if (this.#rejected || this.#stopped) return;
    if (!this.#agent.isConnected()) return this.#socket.connectNow();
    this.#register();
    // JsSIP would keep a dead socket as long as TCP does.
    this.#startTimer(this.#policy.onlineTimeout, () => this.#socket.replace('the network has changed'));
  }

  get #rejected(): boolean {
    return this.#registration.status === 'rejected';
  }

  #register(): void {
    this.#sent();
    this.#agent.register();
  }

  /** A REGISTER was sent. If it stays unanswered, the socket only looks open. */
  #sent(): void {
    if (this.#stopped) return;
    this.#enter({ type: 'sending' });
    this.#startTimer(this.#policy.registerTimeout, () => this.#socket.drop('REGISTER was not answered'));
  }

  #received(message: string): void {
    const answer = this.#stopped ? null : readRegisterResponse(message);
    if (answer === null || answer.status >= 300) return;
    const ours = answer.contacts.find((contact) => isOurContact(contact, this.#instance, contactUserOf(this.#agent)));
    if (ours === undefined) {
      this.#listener.reachable();
      return this.#retry('the server did not take the extension');
    }
    const seconds = contactExpires(ours) ?? answer.expires ?? this.#expires;
    // At half-life, with jitter for clients that registered at the same moment.
    this.#startTimer(seconds * 1000 * (0.45 + Math.random() * 0.1), () => this.#register());
    this.#probe.start();
    this.#enter({ type: 'accepted', otherContacts: answer.contacts.length - 1 });
    this.#listener.reachable();
  }

  #refused(status: number, reason: string, wait: number): void {
    if (this.#stopped) return;
    this.#listener.reachable();
    const detail = `${status} ${reason}`.trim();
    if (!accountRefused.includes(status)) return this.#retry(detail, wait);
    this.#stopTimer();
    if (this.#probesBy === 'REGISTER') this.#probe.stop();
    this.#enter({ type: 'rejected', sipStatus: status, detail });
    // Without this, JsSIP would register again on the next socket, and take the extension from its new owner. Delayed,
    // since JsSIP is still handling the response, and would send a REGISTER that removes the binding.
    queueMicrotask(() => {
      if (this.#rejected) this.#agent.unregister();
    });
    this.#retrySlowly();
  }

  /** Retries in the background. The state stays rejected until a response says otherwise. */
  #retrySlowly(): void {
    const registration = this.#registration;
    if (registration.status !== 'rejected' || !mayPass.includes(registration.sipStatus)) return;
    this.#startTimer(this.#policy.refusedDelay(), () => {
      this.#startTimer(this.#policy.registerTimeout, () => this.#socket.drop('REGISTER was not answered'));
      this.#agent.register();
    });
  }

  /** `wait`: how long the server asks to wait (ms). All that it asks would else come back at once. */
  #retry(detail: string, wait = 0): void {
    const delay = wait + this.#policy.registerDelay();
    this.#startTimer(delay, () => this.#register());
    this.#enter({
      type: 'delayed',
      retryAt: this.#clock.monotonic() + delay,
      detail,
      ...(wait > 0 && { asked: true }),
    });
  }

  #probeServer(server: URI, answered: () => void): void {
    if (this.#probesBy === 'REGISTER') return this.#register();
    const heard = (): void => {
      this.#answersOptions = true;
      answered();
    };
    const failed = ({ response }: { readonly response: unknown }): void => {
      if (response) heard();
    };
    sendOptions(this.#agent, server, { succeeded: heard, failed });
  }

  #unanswered(): void {
    // A server that has never answered OPTIONS may ignore them: a REGISTER decides.
    if (this.#probesBy === 'OPTIONS' && !this.#answersOptions) {
      this.#probesBy = 'REGISTER';
      if (!this.#rejected) this.#register();
      return;
    }
    this.#socket.drop('the SIP server does not answer');
  }

  #connected(): void {
    if (!this.#rejected) return this.#sent();
    // A rejected extension keeps its socket for its calls only.
    if (this.#probesBy === 'OPTIONS') this.#probe.start();
    this.#retrySlowly();
    this.#listener.reachable();
  }

  #disconnected(): void {
    if (this.#stopped) return this.#hasEnded();
    this.#stopTimer();
    this.#probe.stop();
    this.#listener.socketLost();
    // Delayed, since JsSIP is still handling the loss. Its recovery timer then finds us connecting and does nothing.
    queueMicrotask(() => {
      if (!this.#stopped) reopenSocket(this.#agent);
    });
  }

  #enter(input: RegistrationInput): void {
    const next = nextRegistration(this.#registration, input);
    if (next === this.#registration || (this.#stopped && input.type !== 'stopped')) return;
    this.#registration = next;
    this.#listener.changed(next);
  }

  #startTimer(delay: number, run: () => void): void {
    this.#stopTimer();
    this.#callOff = this.#after(delay, run);
  }

  #stopTimer(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}

/**
 * The WebSocket address. It also accepts the page's own scheme and relative addresses, for a proxy in front of both.
 */
function webSocketUrl(address: string): string {
  return new URL(address, document.baseURI).href.replace(/^http/, 'ws');
}
