import type { Page, Stage } from './stage';

interface LockRequest {
  readonly tab: Page;
  readonly granted: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** The browser's lock for the operator's tabs. Granting and stealing are events of their own. */
export class Locks {
  #holder: LockRequest | null = null;
  readonly #waiting: LockRequest[] = [];
  readonly #world: Stage;

  constructor(world: Stage) {
    this.#world = world;
  }

  request(tab: Page, options: LockOptions, granted: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request: LockRequest = { tab, granted, resolve, reject };
      options.signal?.addEventListener('abort', () => {
        const place = this.#waiting.indexOf(request);
        if (place >= 0) this.#waiting.splice(place, 1);
        if (this.#holder !== request) reject(new DOMException('aborted', 'AbortError'));
      });
      if (options.steal) {
        const robbed = this.#holder;
        if (robbed) {
          if (robbed.tab.phone?.talking) this.#world.talkingRobbed.push(robbed.tab.name);
          this.#happen(robbed.tab, 'is robbed of the lock', () =>
            robbed.reject(new DOMException('stolen', 'AbortError')),
          );
        }
        this.#grant(request);
      } else if (this.#holder) this.#waiting.push(request);
      else this.#grant(request);
    });
  }

  /** A tab gets the answer after everything that the browser sent it before. */
  query(tab: Page): Promise<LockManagerSnapshot> {
    return new Promise((resolve) => this.#happen(tab, 'hears who holds the lock', () => resolve({})));
  }

  /** A page ends: its lock passes to the next tab, its requests are dropped. */
  closed(tab: Page): void {
    for (const request of this.#waiting.splice(0)) if (request.tab !== tab) this.#waiting.push(request);
    if (this.#holder?.tab === tab) this.#next();
  }

  #grant(request: LockRequest): void {
    this.#holder = request;
    this.#happen(request.tab, 'is granted the lock', () => {
      // The lock was stolen before the tab learned that it had it.
      if (this.#holder !== request) return;
      this.#world.takeovers += 1;
      void Promise.resolve(request.granted()).then((value) => {
        request.resolve(value);
        if (this.#holder === request) this.#next();
      });
    });
  }

  #next(): void {
    this.#holder = null;
    const next = this.#waiting.shift();
    if (next) this.#grant(next);
  }

  #happen(tab: Page, what: string, run: () => void): void {
    this.#world.schedule.add({ lane: `locks>${tab.name}`, label: `${tab.name} ${what}`, tab, run });
  }
}

/** The lock of the call: who holds it is visible at once. */
export class CallLocks {
  #holder: Page | null = null;

  request(tab: Page, options: LockOptions, granted: (lock: Lock | null) => unknown): Promise<unknown> {
    const isHeld = this.#holder !== null && !this.#holder.closed && this.#holder !== tab;
    if (options.ifAvailable) return Promise.resolve(granted(isHeld ? null : { mode: 'exclusive', name: 'call' }));
    this.#holder = tab;
    return Promise.resolve(granted({ mode: 'exclusive', name: 'call' })).then(() => {
      if (this.#holder === tab) this.#holder = null;
    });
  }
}

/** Channels between the tabs. Each pair of tabs has a lane for each direction. */
export class Channels {
  readonly #open = new Set<OrdersChannel>();
  readonly #world: Stage;

  constructor(world: Stage) {
    this.#world = world;
  }

  /** Replaces `BroadcastChannel`; the tab whose code runs creates it. */
  get type(): typeof BroadcastChannel {
    const make = (name: string): OrdersChannel => {
      const channel = new OrdersChannel(name, this.#world.running, this);
      this.#open.add(channel);
      return channel;
    };
    // A function that returns an object may be called with `new`.
    return function Channel(name: string) {
      return make(name);
    } as unknown as typeof BroadcastChannel;
  }

  post(from: OrdersChannel, data: unknown): void {
    for (const to of this.#open) {
      if (to === from || to.name !== from.name || to.tab === from.tab || to.tab.closed) continue;
      const clone: unknown = JSON.parse(JSON.stringify(data));
      const label = `${to.tab.name} hears ${nameOf(clone)} of ${from.tab.name}`;
      this.#world.schedule.add({
        lane: `${from.tab.name}>${to.tab.name}`,
        label,
        tab: to.tab,
        run: () => {
          if (!this.#open.has(to)) return;
          if (saysKicked(clone) && !to.tab.place.isLeader()) to.tab.knowsElsewhere = true;
          to.dispatchEvent(new MessageEvent('message', { data: clone }));
        },
      });
    }
  }

  forget(channel: OrdersChannel): void {
    this.#open.delete(channel);
  }

  closed(tab: Page): void {
    for (const channel of this.#open) if (channel.tab === tab) this.#open.delete(channel);
  }
}

class OrdersChannel extends EventTarget {
  readonly tab: Page;
  readonly #channels: Channels;

  constructor(
    readonly name: string,
    tab: Page | null,
    channels: Channels,
  ) {
    super();
    this.#channels = channels;
    if (tab === null) throw new Error('a channel is opened outside of a tab');
    this.tab = tab;
  }

  postMessage(data: unknown): void {
    this.#channels.post(this, data);
  }

  close(): void {
    this.#channels.forget(this);
  }
}

const saysKicked = (data: unknown): boolean => {
  const { body } = data as { body: { type: string; state?: { status: string } } };
  return body.type === 'connection' && body.state?.status === 'kicked';
};

function nameOf(data: unknown): string {
  const body = (data as { body: { type: string; note?: { type?: string }; command?: { command?: { type?: string } } } })
    .body;
  const more = body.note?.type ?? body.command?.command?.type;
  return more === undefined ? body.type : `${body.type} ${more.replace(/^\[.*?\] /, '')}`;
}
