import type { LockRequests } from './leader-lock';

interface Request {
  readonly granted: (lock: Lock | null) => unknown;
  readonly reject: (reason: unknown) => void;
  readonly resolve: (value: unknown) => void;
}

/** The browser's Web Locks, as far as the tabs use them. */
export class FakeLocks {
  readonly #byName = new Map<string, FakeLock>();
  readonly request = ((name: string, options: LockOptions, granted: Request['granted']) => {
    const lock = this.#byName.get(name) ?? new FakeLock();
    this.#byName.set(name, lock);
    return lock.request(options, granted);
  }) as LockRequests['request'];

  readonly query: LockRequests['query'] = () => Promise.resolve({});
}

class FakeLock {
  #holder: Request | null = null;
  readonly #waiting: Request[] = [];

  request(options: LockOptions, granted: Request['granted']): Promise<unknown> {
    return new Promise<unknown>((resolve, reject) => {
      const request: Request = { granted, reject, resolve };
      options.signal?.addEventListener('abort', () => {
        const place = this.#waiting.indexOf(request);
        if (place >= 0) this.#waiting.splice(place, 1);
        if (this.#holder !== request) reject(new DOMException('aborted', 'AbortError'));
      });
      if (options.ifAvailable) {
        if (this.#holder) resolve(granted(null));
        else this.#grant(request);
      } else if (options.steal) {
        this.#holder?.reject(new DOMException('stolen', 'AbortError'));
        this.#grant(request);
      } else if (this.#holder) this.#waiting.push(request);
      else this.#grant(request);
    });
  }

  #grant(request: Request): void {
    this.#holder = request;
    void Promise.resolve()
      .then(() => request.granted({ mode: 'exclusive', name: '' }))
      .then((value) => {
        request.resolve(value);
        if (this.#holder !== request) return;
        this.#holder = null;
        const next = this.#waiting.shift();
        if (next) this.#grant(next);
      });
  }
}

/** Channels that deliver clones. A hushed channel is that of a hung page. */
export class FakeChannel extends EventTarget {
  static readonly open = new Set<FakeChannel>();
  static readonly sent: unknown[] = [];
  hushed = false;

  constructor(readonly name: string) {
    super();
    FakeChannel.open.add(this);
  }

  postMessage(data: unknown): void {
    FakeChannel.sent.push(data);
    if (this.hushed) return;
    for (const other of FakeChannel.open) {
      if (other !== this && other.name === this.name && !other.hushed) {
        const clone: unknown = JSON.parse(JSON.stringify(data));
        queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data: clone })));
      }
    }
  }

  close(): void {
    FakeChannel.open.delete(this);
  }
}
