import type { URI } from 'jssip';
import type { MediatelClock, Registration, SipAccount, SipTrace } from 'mediatel-lib/ports';
import { instanceId } from './instance-id';
import { handshakeFault } from './sip-authorisation';
import { SipKeepAlive } from './sip-keep-alive';
import type { JsSip, JsSipAgent, JsSipInvitation } from './jssip-module';
import { nextRegistration } from './next-registration';
import type { RegistrationInput } from './next-registration';
import { contactExpires, isOurContact, readRegisterResponse } from './register-response';
import type { SipRetryPolicy } from './sip-retry-policy';
import { SipSocket } from './sip-socket';
import type { After } from './worker-timers';

/** What the registration's owner is told. */
export interface SipRegistrationListener {
  changed(registration: Registration): void;
  invited(invitation: JsSipInvitation): void;
  /** The server has answered a REGISTER: requests reach it. */
  reachable(): void;
  /** The WebSocket is gone: what was not answered can't be any more. Calls with media go on. */
  socketLost(): void;
  /** A message on the wire. */
  traced: SipTrace;
}

/** Answers after which the same account would only be refused again. */
const accountRefused: readonly number[] = [401, 403, 404, 407];
/** Those among them that say nothing about the password: a server that reloads its accounts answers so too. */
const mayPass: readonly number[] = [403, 404];

/** Keeps one extension registered: JsSIP's user agent with retries of our own. */
export class SipRegistration {
  private readonly agent: JsSipAgent;
  private readonly socket: SipSocket;
  private readonly instance = instanceId();
  private registration: Registration = { status: 'off' };
  /** Watches a REGISTER under way, or waits for the next one. */
  private callOff: (() => void) | null = null;
  private stopped = false;
  private hasEnded: () => void = () => undefined;
  private readonly ended = new Promise<void>((resolve) => (this.hasEnded = resolve));
  private readonly probe: SipKeepAlive;
  /** By OPTIONS, unless the server is one that keeps silent about them. */
  private probesBy: 'OPTIONS' | 'REGISTER' = 'OPTIONS';
  private answersOptions = false;

  /** Throws what JsSIP throws at an account it can't use. */
  constructor(
    jssip: JsSip,
    account: SipAccount,
    private readonly expires: number,
    private readonly policy: SipRetryPolicy,
    private readonly clock: MediatelClock,
    private readonly after: After,
    private readonly listener: SipRegistrationListener,
  ) {
    this.socket = new SipSocket(
      jssip,
      webSocketUrl(account.url),
      policy,
      after,
      () => clock.monotonic(),
      {
        waiting: (delay, detail, fault) =>
          this.enter({
            ...{ type: 'delayed', retryAt: clock.monotonic() + delay, detail },
            ...(fault !== null && { [fault]: true }),
          }),
        opening: () => this.enter({ type: 'opening' }),
        sent: (message) => listener.traced('sent', message),
        received: (message) => {
          listener.traced('received', message);
          this.received(message);
        },
        unreadable: () => undefined,
      },
      handshakeFault,
    );
    this.agent = new jssip.UA({
      sockets: [this.socket],
      uri: new jssip.URI('sip', account.login, account.realm).toString(),
      authorization_user: account.login,
      password: account.password,
      display_name: account.displayName,
      instance_id: this.instance,
      register_expires: expires,
      // A refresh that falls into a cut of the WebSocket would end the call; the server refreshes.
      session_timers: false,
    }) as JsSipAgent;
    const server = new jssip.URI('sip', '', account.realm);
    this.probe = new SipKeepAlive(
      after,
      (answered) => this.ask(server, answered),
      () => this.unanswered(),
    );
    this.agent.on('connected', () => this.connected());
    this.agent.on('disconnected', () => this.disconnected());
    this.agent.on('registrationFailed', ({ response }) => {
      if (response) this.refused(response.status_code, response.reason_phrase);
    });
    // A listener keeps JsSIP from refreshing by itself, which it would do unwatched.
    this.agent.on('registrationExpiring', () => undefined);
    // All are incoming: Mediatel dials, the extension only answers.
    this.agent.on('newRTCSession', (invitation: JsSipInvitation) => listener.invited(invitation));
  }

  start(): void {
    this.agent.start();
  }

  /** Ends calls, removes the binding and closes the socket, which may take 2 s. Resolves when that is done. */
  stop(): Promise<void> {
    if (!this.stopped) this.end();
    return this.ended;
  }

  private end(): void {
    this.stopped = true;
    if (!this.agent.isConnected()) this.hasEnded();
    this.stopTimer();
    this.probe.stop();
    if (!this.agent.isConnected()) this.socket.disconnect();
    this.agent.stop();
    this.enter({ type: 'stopped' });
  }

  /** Closes the socket under what JsSIP would yet say. */
  cut(): void {
    this.socket.disconnect();
  }

  registerNow(): void {
    if (this.stopped) return;
    // JsSIP registers on a new socket unless it was told not to, which asking takes back.
    if (this.agent.isConnected() || this.rejected) this.register();
    this.socket.connectNow();
  }

  /** The browser says that there is a network. A refusal stands all the same: only a person may ask for more. */
  networkBack(): void {
    if (this.rejected || this.stopped) return;
    if (!this.agent.isConnected()) return this.socket.connectNow();
    this.register();
    // JsSIP would hold to a dead socket for as long as TCP does.
    this.startTimer(this.policy.onlineTimeout, () => this.socket.replace('the network has changed'));
  }

  private get rejected(): boolean {
    return this.registration.status === 'rejected';
  }

  private register(): void {
    this.sent();
    this.agent.register();
  }

  /** A REGISTER left; one that stays unanswered means a socket that only looks open. */
  private sent(): void {
    if (this.stopped) return;
    this.enter({ type: 'sending' });
    this.startTimer(this.policy.registerTimeout, () => this.socket.drop('REGISTER was not answered'));
  }

  private received(message: string): void {
    const answer = this.stopped ? null : readRegisterResponse(message);
    if (answer === null || answer.status >= 300) return;
    const ours = answer.contacts.find((contact) => isOurContact(contact, this.instance, this.agent.contact.uri?.user));
    if (ours === undefined) return this.retry('the server did not take the extension');
    const seconds = contactExpires(ours) ?? answer.expires ?? this.expires;
    // At half-life, a little apart from all who registered in the same instant.
    this.startTimer(seconds * 1000 * (0.45 + Math.random() * 0.1), () => this.register());
    this.probe.start();
    this.enter({ type: 'accepted', otherContacts: answer.contacts.length - 1 });
    this.listener.reachable();
  }

  private refused(status: number, reason: string): void {
    if (this.stopped) return;
    const detail = `${status} ${reason}`.trim();
    if (!accountRefused.includes(status)) return this.retry(detail);
    this.stopTimer();
    if (this.probesBy === 'REGISTER') this.probe.stop();
    this.enter({ type: 'rejected', sipStatus: status, detail });
    // Another socket would register by itself, and take the extension from whoever was given it. JsSIP is still inside its
    // own handling of the answer, and would send a REGISTER that removes the binding.
    queueMicrotask(() => {
      if (this.rejected) this.agent.unregister();
    });
    this.retrySlowly();
  }

  /** Shown as rejected until an answer says otherwise. */
  private retrySlowly(): void {
    const { registration } = this;
    if (registration.status !== 'rejected' || !mayPass.includes(registration.sipStatus)) return;
    this.startTimer(this.policy.refusedDelay(), () => {
      this.startTimer(this.policy.registerTimeout, () => this.socket.drop('REGISTER was not answered'));
      this.agent.register();
    });
  }

  private retry(detail: string): void {
    const delay = this.policy.registerDelay();
    this.startTimer(delay, () => this.register());
    this.enter({ type: 'delayed', retryAt: this.clock.monotonic() + delay, detail });
  }

  private ask(server: URI, answered: () => void): void {
    if (this.probesBy === 'REGISTER') return this.register();
    const heard = (): void => {
      this.answersOptions = true;
      answered();
    };
    const failed = ({ response }: { readonly response: unknown }): void => {
      if (response) heard();
    };
    this.agent.sendOptions(server, null, { eventHandlers: { succeeded: heard, failed } });
  }

  private unanswered(): void {
    // One that has never answered OPTIONS may be one of those that keep silent about them: a REGISTER will tell.
    if (this.probesBy === 'OPTIONS' && !this.answersOptions) {
      this.probesBy = 'REGISTER';
      if (!this.rejected) this.register();
      return;
    }
    this.socket.drop('the SIP server does not answer');
  }

  private connected(): void {
    if (!this.rejected) return this.sent();
    // One that was refused comes back for its calls only.
    if (this.probesBy === 'OPTIONS') this.probe.start();
    this.retrySlowly();
    this.listener.reachable();
  }

  private disconnected(): void {
    if (this.stopped) return this.hasEnded();
    this.stopTimer();
    this.probe.stop();
    this.listener.socketLost();
    // JsSIP is still inside its own handling of the loss; its recovery timer finds us connecting and does nothing.
    queueMicrotask(() => {
      if (!this.stopped) this.agent.transport.connect();
    });
  }

  private enter(input: RegistrationInput): void {
    const next = nextRegistration(this.registration, input);
    if (next === this.registration || (this.stopped && input.type !== 'stopped')) return;
    this.registration = next;
    this.listener.changed(next);
  }

  private startTimer(delay: number, run: () => void): void {
    this.stopTimer();
    this.callOff = this.after(delay, run);
  }

  private stopTimer(): void {
    this.callOff?.();
    this.callOff = null;
  }
}

/** Takes the page's own scheme and relative addresses too, as a proxy in front of both needs no other. */
function webSocketUrl(address: string): string {
  return new URL(address, document.baseURI).href.replace(/^http/, 'ws');
}
