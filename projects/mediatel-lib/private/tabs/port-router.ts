import { type EnvironmentInjector, NgZone } from '@angular/core';
import {
  MediatelClock,
  type CallMove,
  type ConnectionState,
  type ForwardOutcome,
  type MediatelAccount,
  type PhoneCommand,
  type SipAccount,
  type SoftphoneEvent,
} from 'mediatel-lib/ports';
import { CommandCourier, commandAge } from './channel/command-courier';
import type { CommandAnswer, TabMessage } from './channel/tab-message';
import { Certainty } from './election/certainty';
import { leaveListener } from './election/leave-listener';
import { listenInZone } from './election/listen-in-zone';
import type { TabRole } from './election/next-tab-role';
import { leaderTabState } from './election/leader-tab-state';
import { LeaderElection } from './election/leader-election';
import { PhoneMirror } from './mirror/phone-mirror';
import { type PortEffect, type PortEvent, type PortSource, nextPortSource } from './next-port-source';
import { LeftSound } from './left-sound';
import { OwnPorts, type OwnPortTypes } from './own-ports';
import type { ShownPorts } from './shown-ports';

/** How long a tab that asked for the phone may take to get it (ms). After that, the phone stays here. */
const takeLimit = 2000;

const seeking: ConnectionState = { status: 'connecting', attempt: 1 };
const closed: ConnectionState = { status: 'closed' };

/**
 * Whether the leader's page ended: a lock that comes without a theft is that of a page that ended.
 *
 * A leader that was robbed of its lock may have sent the command before, or is about to notice the loss: it answers
 * in either case.
 */
const hasLeaderEnded = ({ status }: TabRole, before: TabRole): boolean =>
  status === 'leading' && before.status !== 'stealing' && before.status !== 'leading';

/** Whether this tab has closed its channel, so that no answer can arrive. */
const isDeaf = ({ status }: TabRole): boolean => status === 'idle' || status === 'alone' || status === 'away';

/**
 * Connects the ports of this tab with the real ports, or with the mirror of the leading tab.
 *
 * It sets what the tab's ports call (`commandTarget`, `requestTarget`) when that changes, not at each call.
 */
export class PortRouter {
  readonly #clock: MediatelClock;
  readonly #zone: NgZone;
  readonly #mirror: PhoneMirror;
  readonly #stopListening: () => void;
  readonly #courier = new CommandCourier();
  readonly #certainty: Certainty;
  readonly #leftSound = new LeftSound({
    mute: (callId, muted) => this.#own.phone.execute({ type: 'setMuted', callId, muted }),
    drop: () => this.#own.phone.drop(),
    wantBack: () => this.#wantBack(),
  });
  readonly #leadersPhone = { execute: (command: PhoneCommand): void => this.#postToPhone(command) };
  #link: LeaderElection | null = null;
  #scope: string | null = null;
  #source: PortSource = { status: 'off' };
  #told: ConnectionState = closed;
  /** Why the next call that goes on here does so, if nobody asked for it. */
  #cause: CallMove['how'] | null = null;
  #yielding: ReturnType<typeof setTimeout> | undefined;

  readonly #shell: ShownPorts;
  readonly #own: OwnPorts;

  constructor(injector: EnvironmentInjector, shell: ShownPorts, ...types: OwnPortTypes) {
    const own = new OwnPorts(injector, ...types);
    this.#shell = shell;
    this.#own = own;
    this.#clock = injector.get(MediatelClock);
    this.#zone = injector.get(NgZone);
    this.#mirror = new PhoneMirror(shell, this.#clock, own.facts());
    this.#certainty = new Certainty(this.#clock, this.#zone, () => this.#link?.confirm() ?? Promise.resolve());
    own.listen({
      message: (message) =>
        this.#certainty.run(() => {
          if (!own.isOpen) return;
          this.#tellState();
          this.#link?.post({ type: 'message', message: this.#mirror.showMessage(message, 'here') });
        }),
      event: (event) => this.#certainty.run(() => this.#ownEvent(event)),
      connectionChanged: () => this.#tellState(),
      factsChanged: (facts) => this.#isLeader && this.#link?.post({ type: 'facts', facts }),
    });
    this.#stopListening = leaveListener({
      left: () => this.#link?.enter({ type: 'left' }),
      back: () => {
        // First, since the operator may have signed out meanwhile: then this tab does not join the others again.
        shell.returned.next();
        this.#link?.enter({ type: 'back' });
      },
    });
    this.#showMirror();
  }

  open(account: MediatelAccount): void {
    const scope = `${new URL(account.url, document.baseURI).origin} ${account.user}`;
    if (scope === this.#scope) {
      if (this.#own.isOpen) this.#own.connection.open(account);
      return;
    }
    this.close();
    this.#scope = scope;
    this.#mirror.connection.set(seeking);
    // Missing outside of a secure context.
    const locks = (navigator.locks as LockManager | undefined) ?? null;
    const listener = listenInZone(this.#zone, {
      inCall: () => this.#mirror.isCallAnswered,
      changed: (role, before) => this.#changed(role, before),
      heard: (message, from, shift, age) => this.#heard(message, from, shift, age),
    });
    this.#link = new LeaderElection(
      scope,
      typeof BroadcastChannel === 'undefined' ? null : locks,
      this.#clock,
      listener,
    );
    this.#link.start();
  }

  close(): void {
    this.#link?.enter({ type: 'stopped' });
    this.#link = null;
    this.#scope = null;
    this.#mirror.giveUp('signed out');
  }

  destroy(): void {
    this.#stopListening();
    this.close();
  }

  retryNow(): void {
    if (this.#source.status === 'parked') this.#enter({ type: 'wantedHere' });
    else if (this.#own.isOpen) this.#own.connection.retryNow();
    else this.#link?.post({ type: 'retryNow' });
  }

  forward(command: object): Promise<ForwardOutcome> {
    const role = this.#link?.role;
    if (role?.status !== 'following' || role.foreign) return Promise.resolve({ status: 'not-reached' });
    const { leader } = role;
    return this.#courier.send((id) => this.#link?.post({ type: 'command', to: leader, id, command }));
  }

  sayBusy(): void {
    if (this.#isLeader) this.#link?.post({ type: 'busy' });
  }

  startPhone(account: SipAccount): void {
    this.#own.start(account);
    if (this.#source.status === 'parked') this.#enter({ type: 'wantedHere' });
    else if (!this.#own.isOpen) this.#postToPhone({ type: 'registerNow' });
  }

  stopPhone(): void {
    if (this.#own.isOpen || this.#link === null) this.#own.phone.stop();
  }

  /** The call that this tab's own phone would go on with. */
  keptCall(account: SipAccount): string | null {
    return this.#own.phone.keptCall(account);
  }

  /** Executes a command to the phone, here or in the leading tab. A phone that is off is started. */
  execute(command: PhoneCommand): void {
    if (this.#own.isOpen) this.#own.execute(command, this.#mirror.isPhoneOff);
    else this.#postToPhone(command);
  }

  share(note: object): void {
    this.#link?.post({ type: 'shared', note });
  }

  bringHere(): void {
    this.#cause = null;
    this.#link?.wish();
  }

  whenCertain(action: () => void): void {
    this.#certainty.run(action);
  }

  get #isLeader(): boolean {
    return this.#own.isOpen && this.#link?.role.status === 'leading';
  }

  #postToPhone(command: PhoneCommand): void {
    const role = this.#link?.role;
    if (role?.status === 'following') this.#link?.post({ type: 'phone', to: role.leader, command });
  }

  #changed(role: TabRole, before: TabRole): void {
    this.#shell.state.set(leaderTabState(role));
    if (hasLeaderEnded(role, before)) this.#courier.leaderEnded();
    if (isDeaf(role)) this.#courier.giveUp();
    const leads = role.status === 'leading' || role.status === 'alone';
    // A page that comes back has mirrored nobody.
    if (hasLeaderEnded(role, before) && 'leader' in this.#source) this.#cause = 'taken-over';
    if (role.status === 'away' || role.status === 'idle') this.#leftSound.drop();
    this.#enter({ type: 'role', role, isElsewhere: leads && this.#mirror.isElsewhere });
  }

  #enter(event: PortEvent): void {
    const { source, effects } = nextPortSource(this.#source, event);
    if (source !== this.#source) clearTimeout(this.#yielding);
    this.#source = source;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: PortEffect): void {
    switch (effect.type) {
      case 'beginDoubt':
        return this.#certainty.start();
      case 'endDoubt':
        return this.#certainty.stop();
      case 'goLive':
        return this.#goLive();
      case 'park':
        return this.#park();
      case 'release':
        return this.#release(effect.isSigningOut);
      case 'handOver':
        return this.#handOver();
      case 'tell':
        return this.#link?.post(this.#own.isOpen ? this.#pictureMessage() : { type: 'here' });
      case 'showOff':
        return this.#mirror.connection.set(closed);
      case 'showSeeking':
        return this.#mirror.connection.set(seeking);
      case 'look':
        return this.#link?.post({ type: 'look' });
      case 'show':
        return this.#mirror.show(effect.picture, effect.from, effect.shift);
      case 'yield':
        return this.#yield(effect.tab);
    }
  }

  #park(): void {
    this.#leftSound.drop();
    this.#mirror.giveUp('signed in elsewhere');
    this.#mirror.connection.set({ status: 'kicked', detail: '' });
  }

  #goLive(): void {
    const shell = this.#shell;
    const own = this.#own;
    const sip = shell.isPhoneKeptOff ? null : shell.sip;
    const kept = sip && own.phone.keptCall(sip);
    if (kept !== null && kept === this.#mirror.answeredCall && this.#cause) this.#tellMove(this.#cause);
    this.#cause = null;
    this.#mirror.restart(kept);
    this.#leftSound.takenBack();
    shell.connection.set(own.connection.state);
    shell.facts.set(own.facts);
    shell.levels.set(own.phone.levels);
    shell.commandTarget = own.phone;
    shell.requestTarget = own.connection;
    own.open(shell.mediatel, sip);
  }

  #release(isSigningOut: boolean): void {
    this.#mirror.facts.set(this.#own.facts());
    this.#own.close(isSigningOut);
    if (!isSigningOut) this.#mirror.leave();
    this.#link?.holdCall(false);
    this.#showMirror();
  }

  #handOver(): void {
    this.#mirror.facts.set(this.#own.facts());
    const callId = this.#mirror.answeredCall;
    if (callId === null) this.#own.close(false);
    else if (this.#own.handOver()) this.#leftSound.keep(callId);
    this.#mirror.leave();
    this.#link?.holdCall(false);
    this.#showMirror();
  }

  #showMirror(): void {
    this.#shell.connection.set(this.#mirror.connection);
    this.#shell.facts.set(this.#mirror.facts);
    this.#shell.commandTarget = this.#leadersPhone;
    this.#shell.requestTarget = null;
  }

  #yield(to: string): void {
    this.#link?.post({ type: 'yielded', to });
    this.#yielding = setTimeout(() => {
      this.#cause = 'kept';
      this.#enter({ type: 'notTaken', isElsewhere: this.#mirror.isElsewhere });
    }, takeLimit);
  }

  #wantBack(): void {
    this.#cause = 'kept';
    this.#link?.wish({ type: 'wanted', silent: true });
  }

  #tellMove(how: CallMove['how']): void {
    this.#shell.callMove.set({ how, at: this.#clock.monotonic() });
  }

  #heard(message: TabMessage, from: string, shift: number, age: number): void {
    switch (message.type) {
      case 'look':
        if (!this.#isLeader) return;
        this.#link?.post(this.#pictureMessage());
        return this.#shell.joined.next();
      case 'command': {
        if (message.to !== this.#link?.id) return;
        const heardAt = this.#clock.monotonic();
        return this.#certainty.run(() => {
          const waited = this.#clock.monotonic() - heardAt;
          const to = { to: from, id: message.id };
          if (!this.#isLeader || age + waited > commandAge) {
            // The operator may have seen by now that nothing happened.
            return this.#link?.post({ type: 'answer', ...to, answer: { status: 'not-reached' } });
          }
          this.#link?.post({ type: 'taking', ...to });
          this.#handToStore(message.command, (answer) => this.#link?.post({ type: 'answer', ...to, answer }));
        });
      }
      case 'taking':
        if (message.to === this.#link?.id) this.#courier.taking(message.id);
        return;
      case 'answer':
        if (message.to === this.#link?.id) this.#courier.answered(message.id, message.answer);
        return;
      case 'phone':
        if (message.to === this.#link?.id && this.#isLeader && age <= commandAge) this.execute(message.command);
        return;
      case 'retryNow':
        // The connection may be back meanwhile. A late wish must not drop a working one.
        if (this.#isLeader && age <= commandAge && this.#own.connection.state().status !== 'connected') {
          this.#own.connection.retryNow();
        }
        return;
      case 'wanted':
        if (message.silent && this.#isLeader && this.#mirror.answeredCall !== null) this.#tellMove('went-back');
        return this.#enter({ type: 'wantedBy', tab: from });
      case 'shared':
        return this.#shell.shared.next(message.note);
      default:
        if (message.type === 'event') this.#leftSound.heard(message.event);
        if (message.type === 'picture') message.picture.events.forEach((event) => this.#leftSound.heardOf(event));
        if (message.type === 'picture') this.#enter({ type: 'picture', picture: message.picture, from, shift });
        else if (this.#isMirroring(from)) this.#mirror.follow(message, from, shift);
    }
  }

  #isMirroring(leader: string): boolean {
    return this.#source.status === 'mirroring' && this.#source.leader === leader;
  }

  #handToStore(command: unknown, answer: (answer: CommandAnswer) => void): void {
    this.#shell.forwarded.next({
      command,
      answer: (refusal, receipt = null) => {
        const extra = receipt === null ? {} : { receipt };
        answer(refusal === null ? { status: 'taken', ...extra } : { status: 'refused', refusal, ...extra });
      },
    });
  }

  #pictureMessage(): TabMessage {
    const { messages, events } = this.#mirror;
    const [connection, facts] = [this.#own.connection.state(), this.#own.facts()];
    return { type: 'picture', picture: { connection, messages, events, facts } };
  }

  /**
   * Sends the connection's state. Effects run late, so it also runs before each message: no snapshot may overtake its
   * connection.
   */
  #tellState(): void {
    const state = this.#own.connection.state();
    if (!this.#isLeader || state === this.#told) return;
    this.#told = state;
    this.#link?.post({ type: 'connection', state });
  }

  #ownEvent(event: SoftphoneEvent): void {
    // The phone of another tab is shown.
    if (!this.#own.isOpen && 'leader' in this.#source) return;
    this.#mirror.ownEvent(event, (told) => {
      if (this.#isLeader) this.#link?.post({ type: 'event', event: told });
      if (this.#own.isOpen) this.#link?.holdCall(this.#mirror.isCallAnswered);
    });
  }
}
