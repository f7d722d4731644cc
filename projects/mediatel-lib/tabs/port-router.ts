import {
  type EnvironmentInjector,
  NgZone,
  type Signal,
  type Type,
  type WritableSignal,
  computed,
  createEnvironmentInjector,
  effect,
  signal,
  untracked,
} from '@angular/core';
import {
  type AgentConnection,
  MediatelClock,
  type ConnectionMessage,
  type ConnectionState,
  type ForwardOutcome,
  type MediatelAccount,
  type PhoneCommand,
  type SendOutcome,
  type SipAccount,
  type Softphone,
  type SoftphoneEvent,
} from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { Certainty } from './election/certainty';
import { CommandCourier, commandAge } from './channel/command-courier';
import { leaveListener } from './election/leave-listener';
import { MessageRow } from './mirror/message-row';
import type { TabRole } from './election/next-tab-role';
import { remember, standingCall } from './mirror/phone-memory';
import { isSameButTime, rebaseEvent, rebaseMessage, rebaseState } from './mirror/rebase-times';
import { saysTakenOver } from './mirror/says-taken-over';
import { leaderTabState } from './election/leader-tab-state';
import type { ShownPorts } from './shown-ports';
import { listenInZone } from './election/listen-in-zone';
import { LeaderElection } from './election/leader-election';
import type { CommandAnswer, PhoneFacts, PhonePicture, TabMessage } from './channel/tab-message';
import { TAB_PORTS } from './tab-ports';

/** Milliseconds in which a tab that asked for the phone must have taken it; else it stays here. */
const takeLimit = 2000;

const notSent: SendOutcome = { sent: false, reason: 'not-connected' };
const seeking: ConnectionState = { status: 'connecting', attempt: 1 };
const closed: ConnectionState = { status: 'closed' };
/** Puts the real ports, or the leading tab's picture, behind the ports of this tab. */
export class PortRouter {
  readonly #clock: MediatelClock;
  readonly #zone: NgZone;
  readonly #connection: AgentConnection;
  readonly #phone: Softphone;
  readonly #facts: Signal<PhoneFacts>;
  readonly #mirror = signal<ConnectionState>(closed);
  readonly #mirroredFacts: WritableSignal<PhoneFacts>;
  readonly #stopListening: () => void;
  #link: LeaderElection | null = null;
  #scope: string | null = null;
  /** The real ports work here. */
  #live = false;
  /** The leader whose picture is shown. */
  #shown: string | null = null;
  /** Events that bring a newcomer to where things stand. */
  #past: readonly SoftphoneEvent[] = [];
  readonly #row = new MessageRow();
  #told: ConnectionState = closed;
  #lastSip: SipAccount | null = null;
  #yielding: ReturnType<typeof setTimeout> | null = null;
  /** It leads, and leaves the phone where the operator signed in elsewhere until somebody asks for it here. */
  #parked = false;
  readonly #courier = new CommandCourier();
  readonly #certainty: Certainty;

  static async load(injector: EnvironmentInjector, shell: ShownPorts): Promise<PortRouter> {
    const ports = injector.get(TAB_PORTS);
    const [connection, softphone] = await Promise.all([ports.connection(), ports.softphone()]);
    return new PortRouter(injector, shell, connection, softphone);
  }

  private constructor(
    injector: EnvironmentInjector,
    private readonly shell: ShownPorts,
    connection: Type<AgentConnection>,
    softphone: Type<Softphone>,
  ) {
    const real = createEnvironmentInjector([connection, softphone], injector);
    this.#clock = injector.get(MediatelClock);
    const link = (this.#connection = real.get(connection));
    const phone = (this.#phone = real.get(softphone));
    this.#facts = computed(() => ({ devices: phone.devices(), quality: phone.quality(), facts: phone.audioFacts() }));
    this.#mirroredFacts = signal(this.#facts());
    this.#zone = injector.get(NgZone);
    this.#certainty = new Certainty(this.#clock, this.#zone, () => this.#link?.confirm() ?? Promise.resolve());
    link.messages.subscribe((message) => {
      this.#certainty.run(() => {
        if (!this.#live) return;
        this.#tellState();
        this.#link?.post({ type: 'message', message: this.#message(message, 'here') });
      });
    });
    phone.events.subscribe((event) => {
      this.#certainty.run(() => this.#event(event));
    });
    effect(() => (link.state(), untracked(() => this.#tellState())), { injector: real });
    effect(
      () => {
        const facts = this.#facts();
        untracked(() => this.#isLeader && this.#link?.post({ type: 'facts', facts }));
      },
      { injector: real },
    );
    this.#stopListening = leaveListener({
      left: () => this.#link?.enter({ type: 'left' }),
      back: () => {
        // First, since the operator may have signed out meanwhile: then nobody seeks any more.
        shell.returned.next();
        this.#link?.enter({ type: 'back' });
      },
    });
    shell.facts.set(this.#mirroredFacts);
    shell.connection.set(this.#mirror);
  }

  open(account: MediatelAccount): void {
    const scope = `${new URL(account.url, document.baseURI).origin} ${account.user}`;
    if (scope === this.#scope) {
      if (this.#live) this.#connection.open(account);
      return;
    }
    this.close();
    this.#scope = scope;
    this.#mirror.set(seeking);
    // Missing outside of a secure context.
    const locks = (navigator.locks as LockManager | undefined) ?? null;
    const listener = listenInZone(this.#zone, {
      inCall: () => standingCall(this.#past)?.answered ?? false,
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
  }

  destroy(): void {
    this.#stopListening();
    this.close();
  }

  retryNow(): void {
    if (this.#parked) this.#lead();
    else if (this.#live) this.#connection.retryNow();
    else this.#link?.post({ type: 'retryNow' });
  }

  /** Only the leading tab talks to Mediatel: another one forwards commands. */
  send(request: AgentRequest): SendOutcome {
    return this.#live ? this.#connection.send(request) : notSent;
  }

  forward(command: object): Promise<ForwardOutcome> {
    const role = this.#link?.role;
    if (role?.status !== 'following' || role.foreign) return Promise.resolve({ status: 'not-reached' });
    const { leader } = role;
    return this.#courier.send(leader, (id) => this.#link?.post({ type: 'command', to: leader, id, command }));
  }

  sayBusy(): void {
    if (this.#isLeader) this.#link?.post({ type: 'busy' });
  }

  startPhone(account: SipAccount): void {
    this.#lastSip = account;
    if (this.#parked) this.#lead();
    else if (this.#live) this.#phone.start(account);
    else this.#postToPhone({ type: 'registerNow' });
  }

  stopPhone(): void {
    if (this.#live || this.#link === null) this.#phone.stop();
  }

  /** Executes a command of the phone, here or in the leading tab. */
  execute(command: PhoneCommand): void {
    if (this.#live) this.#work(command);
    else this.#postToPhone(command);
  }

  share(note: object): void {
    this.#link?.post({ type: 'shared', note });
  }

  bringHere(): void {
    this.#link?.wish();
  }

  whenCertain(action: () => void): void {
    this.#certainty.run(action);
  }

  get #isLeader(): boolean {
    return this.#live && this.#link?.role.status === 'leading';
  }

  #postToPhone(command: PhoneCommand): void {
    const role = this.#link?.role;
    if (role?.status === 'following') this.#link?.post({ type: 'phone', to: role.leader, command });
  }

  #changed(role: TabRole, before: TabRole): void {
    this.shell.state.set(leaderTabState(role));
    this.#courier.follow(role.status === 'following' ? role.leader : null);
    const leads = role.status === 'leading' || role.status === 'alone';
    const isNewRole = role.status !== before.status;
    // A leader that has let go of the phone is not to take it back because it hears of the next one.
    if (isNewRole) this.#stay();
    if (role.status === 'leading' && isNewRole) this.#certainty.start();
    if (leads && isNewRole && !this.#live) this.#lead();
    if (!leads) this.#parked = false;
    if (!leads && this.#live) this.#unlead(role.status === 'idle');
    if (role.status !== 'leading') this.#certainty.stop();
    // Also without the phone: the next leader must hear of the raised term, or its words would pass for an old leader's.
    if (role.status === 'leading') this.#link?.post(this.#live ? this.#pictureMessage() : { type: 'here' });
    if (role.status === 'away' || role.status === 'idle') this.#mirror.set(closed);
    if (role.status === 'seeking' || role.status === 'stealing') this.#mirror.set(seeking);
    if (role.status !== 'following') return;
    const isNew = before.status !== 'following' || before.leader !== role.leader;
    if (isNew) this.#look();
  }

  #lead(): void {
    const { mediatel, sip } = this.shell;
    const isElsewhere = this.#mirror().status === 'kicked' || saysTakenOver(this.#row.latest);
    if (isElsewhere && !this.#parked) {
      this.#parked = true;
      this.#mirror.set({ status: 'kicked', detail: '' });
      return;
    }
    this.#parked = false;
    this.#shown = null;
    this.#row.restart();
    this.#endMirroredCall('the tab that was the phone is gone');
    this.#past = [];
    this.#live = true;
    this.shell.connection.set(this.#connection.state);
    this.shell.facts.set(this.#facts);
    this.shell.levels.set(this.#phone.levels);
    if (mediatel) this.#connection.open(mediatel);
    if (sip) this.#phone.start(sip);
  }

  /** The page goes, or another tab has the phone: what the server has of it must go at once, and nothing else be touched. */
  #unlead(isSigningOut: boolean): void {
    this.#mirroredFacts.set(this.#facts());
    this.#connection.close();
    if (!isSigningOut) this.#phone.drop();
    this.#link?.holdCall(false);
    this.#live = false;
    this.shell.connection.set(this.#mirror);
    this.shell.facts.set(this.#mirroredFacts);
  }

  #look(): void {
    this.#shown = null;
    this.#link?.post({ type: 'look' });
  }

  #heard(message: TabMessage, from: string, shift: number, age: number): void {
    switch (message.type) {
      case 'look':
        if (!this.#isLeader) return;
        this.#link?.post(this.#pictureMessage());
        return this.shell.joined.next();
      case 'command':
        if (message.to !== this.#link?.id) return;
        return this.#certainty.run(() =>
          this.#carryOut(message.command, age, (answer) =>
            this.#link?.post({ type: 'answer', to: from, id: message.id, answer }),
          ),
        );
      case 'answer':
        if (message.to === this.#link?.id) this.#courier.answered(message.id, message.answer);
        return;
      case 'phone':
        if (message.to === this.#link?.id && this.#isLeader && age <= commandAge) this.#work(message.command);
        return;
      case 'retryNow':
        // The link may be back since: a well one is not dropped for a wish that was late.
        if (this.#isLeader && age <= commandAge && this.#connection.state().status !== 'connected') {
          this.#connection.retryNow();
        }
        return;
      case 'wanted':
        if (this.#isLeader) this.#yield(from);
        return;
      case 'shared':
        return this.shell.shared.next(message.note);
      default:
        if (this.#link?.role.status === 'following') this.#mirrored(message, from, shift);
    }
  }

  #mirrored(message: TabMessage, from: string, shift: number): void {
    if (message.type === 'picture' && this.#shown !== from) return this.#show(message.picture, from, shift);
    if (this.#shown !== from) return;
    if (message.type === 'connection') this.#mirror.set(rebaseState(message.state, shift));
    if (message.type === 'message') this.#message(rebaseMessage(message.message, shift), from);
    if (message.type === 'event') this.#event(rebaseEvent(message.event, shift));
    if (message.type === 'facts') this.#mirroredFacts.set(message.facts);
  }

  #show({ connection, messages, events, facts }: PhonePicture, from: string, shift: number): void {
    this.#shown = from;
    this.#row.restart();
    this.#mirror.set(rebaseState(connection, shift));
    this.#mirroredFacts.set(facts);
    for (const message of messages) this.#message(rebaseMessage(message, shift), from);
    const call = standingCall(this.#past);
    if (call && standingCall(events)?.callId !== call.callId) this.#endMirroredCall('the phone has moved');
    for (const event of events) {
      if (!this.#past.some((known) => isSameButTime(known, event))) this.#event(rebaseEvent(event, shift));
    }
  }

  /** A command that comes late is refused: the operator has seen by then that nothing happened. */
  #carryOut(command: unknown, age: number, answer: (answer: CommandAnswer) => void): void {
    if (!this.#isLeader || age > commandAge) return answer({ status: 'not-reached' });
    this.shell.forwarded.next({
      command,
      answer: (refusal) => {
        answer(refusal === null ? { status: 'taken' } : { status: 'refused', refusal });
      },
    });
  }

  #work(command: PhoneCommand): void {
    const isOff = this.#past.some(({ type, ...event }) => type === 'registrationChanged' && isOffIn(event));
    // A phone that was left to another sign-in: nothing less than a start brings it back.
    if (command.type === 'registerNow' && isOff && this.#lastSip) this.#phone.start(this.#lastSip);
    else this.#phone.execute(command);
  }

  #yield(to: string): void {
    this.#unlead(false);
    this.#link?.post({ type: 'yielded', to });
    this.#yielding = setTimeout(() => this.#link?.role.status === 'leading' && this.#lead(), takeLimit);
  }

  #stay(): void {
    if (this.#yielding !== null) clearTimeout(this.#yielding);
    this.#yielding = null;
  }

  #pictureMessage(): TabMessage {
    const [connection, facts] = [this.#connection.state(), this.#facts()];
    const picture: PhonePicture = { connection, messages: this.#row.latest, events: this.#past, facts };
    return { type: 'picture', picture };
  }

  /** Signals tell late: asked before each message too, so that no snapshot overtakes its connection. */
  #tellState(): void {
    const state = this.#connection.state();
    if (!this.#isLeader || state === this.#told) return;
    this.#told = state;
    this.#link?.post({ type: 'connection', state });
  }

  #message(message: ConnectionMessage, from: string): ConnectionMessage {
    const numbered = this.#row.add(message, from);
    this.shell.messages.next(numbered);
    return numbered;
  }

  #event(event: SoftphoneEvent): void {
    this.#past = remember(this.#past, event);
    if (this.#isLeader) this.#link?.post({ type: 'event', event });
    if (this.#live) this.#link?.holdCall(standingCall(this.#past)?.answered ?? false);
    this.shell.events.next(event);
  }

  #endMirroredCall(cause: string): void {
    const call = standingCall(this.#past);
    if (call === null) return;
    this.#event({ type: 'ended', ...call, by: 'failure', cause, at: this.#clock.monotonic() });
  }
}

const isOffIn = (event: object): boolean =>
  'registration' in event && (event.registration as { status: string }).status === 'off';
