import { Injectable, inject, signal } from '@angular/core';
import {
  AgentConnection,
  MediatelClock,
  type ConnectionMessage,
  type ConnectionState,
  type SendOutcome,
} from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { Subject } from 'rxjs';
import type { FarmClient } from '../projects/training-server/farm/farm-client';
import { TAB } from './tab-token';

/** How long (ms) a lost link waits before it is opened again. */
const reconnectDelay = 1000;

/** One socket: messages of one side reach the other in order, or not at all once it is broken. */
interface Link {
  readonly client: FarmClient;
  readonly number: number;
  broken: boolean;
}

let numbers = 0;

/** The link to Mediatel. Each of its messages is an event of its own. */
@Injectable()
export class OrdersConnection extends AgentConnection {
  readonly #tab = inject(TAB);
  readonly #clock = inject(MediatelClock);
  readonly #state = signal<ConnectionState>({ status: 'closed' });
  readonly #messages = new Subject<ConnectionMessage>();
  #link: Link | null = null;
  #connections = 0;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #isOpen = false;

  override readonly state = this.#state.asReadonly();
  override readonly messages = this.#messages.asObservable();

  constructor() {
    super();
    this.#tab.connection = this;
  }

  override open(): void {
    const { status } = this.#state();
    if (this.#isOpen && (status === 'connected' || status === 'connecting')) return;
    this.#isOpen = true;
    this.#connect();
  }

  override close(): void {
    this.#isOpen = false;
    this.#stopRetry();
    this.#drop();
    this.#state.set({ status: 'closed' });
  }

  override retryNow(): void {
    if (!this.#isOpen) return;
    if (this.#state().status === 'connected' && !this.#link?.broken) this.#tab.world.wellLinksDropped += 1;
    this.#connect();
  }

  override send(request: AgentRequest): SendOutcome {
    const link = this.#link;
    if (this.#state().status !== 'connected' || link === null) return { sent: false, reason: 'not-connected' };
    const presses = this.#tab.world.presses.length;
    this.#up(link, `Mediatel receives ${request.type} of ${this.#tab.name}`, () => {
      this.#tab.world.mediatel.receive(link.client, request, presses, this.#tab);
    });
    return { sent: true };
  }

  /** The network breaks: both sides notice it, each at its own time. */
  cut(): void {
    const link = this.#link;
    if (link === null || link.broken) return;
    link.broken = true;
    const { world, name } = this.#tab;
    world.schedule.add({
      lane: `${name}>mediatel:${link.number}:end`,
      label: `Mediatel loses ${name}`,
      tab: null,
      run: () => world.mediatel.disconnect(link.client),
    });
    world.schedule.add({
      lane: `mediatel>${name}:${link.number}:end`,
      label: `${name} loses Mediatel`,
      tab: this.#tab,
      run: () => {
        if (this.#link === link) this.#lost();
      },
    });
  }

  /** The page is gone. */
  vanish(): void {
    this.#drop();
  }

  #connect(): void {
    this.#stopRetry();
    this.#drop();
    const { world, name } = this.#tab;
    const number = ++numbers;
    const down = (label: string, run: (link: Link) => void): void => {
      world.schedule.add({
        lane: `mediatel>${name}:${number}`,
        label: `${name} ${label}`,
        tab: this.#tab,
        run: () => {
          if (this.#link === link && !link.broken) run(link);
        },
      });
    };
    const link: Link = {
      number,
      broken: false,
      client: {
        userId: '301',
        user: 'agent1',
        sessionId: 'morning',
        snapshot: (data) => down(`gets ${String(data['state'])}`, () => this.#received(data)),
        remoteConnect: () => undefined,
        agentUnavailable: () => down('gets agentUnavailable', () => this.#messages.next({ type: 'agentUnavailable' })),
        dismiss: () => down('is kicked', () => this.#kicked()),
      },
    };
    this.#link = link;
    this.#state.set({ status: 'connecting', attempt: 1 });
    this.#up(link, `Mediatel lets ${name} in`, () => {
      down('is connected', () => {
        this.#connections += 1;
        this.#state.set({ status: 'connected' });
      });
      world.mediatel.connect(link.client);
    });
  }

  #received(data: unknown): void {
    const receivedAt = this.#clock.monotonic();
    this.#messages.next({ type: 'snapshot', data, receivedAt, connection: this.#connections });
  }

  #lost(): void {
    this.#link = null;
    this.#state.set({ status: 'unreachable', retryAt: this.#clock.monotonic() + reconnectDelay, detail: 'cut' });
    this.#retry = setTimeout(() => this.#connect(), reconnectDelay);
  }

  #kicked(): void {
    this.#tab.knowsElsewhere = true;
    this.#link = null;
    this.#state.set({ status: 'kicked', detail: 'io server disconnect' });
  }

  /** Our end closes it: the server sees the close after everything that we had sent. */
  #drop(): void {
    const link = this.#link;
    this.#link = null;
    if (link === null || link.broken) return;
    this.#up(link, `Mediatel sees ${this.#tab.name} go`, () => this.#tab.world.mediatel.disconnect(link.client));
  }

  #up(link: Link, label: string, run: () => void): void {
    this.#tab.world.schedule.add({
      lane: `${this.#tab.name}>mediatel:${link.number}`,
      label,
      tab: null,
      run: () => {
        if (!link.broken) run();
      },
    });
  }

  #stopRetry(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
  }
}
