import {
  type EnvironmentInjector,
  type Signal,
  type Type,
  computed,
  createEnvironmentInjector,
  effect,
  untracked,
} from '@angular/core';
import type {
  AgentConnection,
  ConnectionMessage,
  MediatelAccount,
  PhoneCommand,
  SipAccount,
  Softphone,
  SoftphoneEvent,
} from 'mediatel-lib/ports';
import type { PhoneFacts } from './channel/tab-message';

/** Receives what the real ports report. */
export interface OwnPortsListener {
  readonly message: (message: ConnectionMessage) => void;
  readonly event: (event: SoftphoneEvent) => void;
  readonly connectionChanged: () => void;
  readonly factsChanged: (facts: PhoneFacts) => void;
}

/** The classes of the real ports. */
export type OwnPortTypes = readonly [connection: Type<AgentConnection>, softphone: Type<Softphone>];

/** The real ports of this tab. They are open while it is the phone. */
export class OwnPorts {
  readonly connection: AgentConnection;
  readonly phone: Softphone;
  readonly facts: Signal<PhoneFacts>;
  readonly #injector: EnvironmentInjector;
  #isOpen = false;
  #lastSip: SipAccount | null = null;

  constructor(injector: EnvironmentInjector, ...[connection, softphone]: OwnPortTypes) {
    this.#injector = createEnvironmentInjector([connection, softphone], injector);
    this.connection = this.#injector.get(connection);
    const phone = (this.phone = this.#injector.get(softphone));
    this.facts = computed(() => ({ devices: phone.devices(), quality: phone.quality(), facts: phone.audioFacts() }));
  }

  /** Whether the real ports are open. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  listen(listener: OwnPortsListener): void {
    const { connection, phone, facts } = this;
    connection.messages.subscribe(listener.message);
    phone.events.subscribe(listener.event);
    const injector = this.#injector;
    effect(() => (connection.state(), untracked(listener.connectionChanged)), { injector });
    effect(
      () => {
        const changed = facts();
        untracked(() => listener.factsChanged(changed));
      },
      { injector },
    );
  }

  open(mediatel: MediatelAccount | null, sip: SipAccount | null): void {
    this.#isOpen = true;
    if (mediatel) this.connection.open(mediatel);
    if (sip) this.phone.start(sip);
  }

  /**
   * Closes the ports for a page that closes or is no longer the phone. The server must lose them at once; nothing
   * else is touched.
   */
  close(isSigningOut: boolean): void {
    this.connection.close();
    if (!isSigningOut) this.phone.drop();
    this.#isOpen = false;
  }

  /** Closes the ports for another tab that takes the phone. Returns whether the sound of a call stays here. */
  handOver(): boolean {
    this.connection.close();
    const isSoundLeft = this.phone.handOver();
    this.#isOpen = false;
    return isSoundLeft;
  }

  /** Starts the phone if the ports are open. */
  start(account: SipAccount): void {
    this.#lastSip = account;
    if (this.#isOpen) this.phone.start(account);
  }

  /** Executes a command. `isOff`: whether the phone does not try to register. */
  execute(command: PhoneCommand, isOff: boolean): void {
    // A phone that another sign-in replaced comes back only by a start.
    if (command.type === 'registerNow' && isOff && this.#lastSip) this.phone.start(this.#lastSip);
    else this.phone.execute(command);
  }
}
