import {
  DestroyRef,
  ErrorHandler,
  type WritableSignal,
  effect,
  inject,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import { MEDIATEL_TIMERS, MediatelClock, SetupPlace } from 'mediatel-lib/ports';
import { CustomerTraces, type TimedContactLookup, dialable } from 'mediatel-lib/store';

/** The most numbers whose names are remembered. The one that was shown longest ago is forgotten first. */
const capacity = 500;
/** The most lookups at a time. */
const concurrency = 4;
/** The most lookups that wait. The oldest is dropped; it is asked again when its number is shown again. */
const longestQueue = 50;
/** How long (ms) an answer is remembered. */
const keptFor = 10 * 60_000;
/** How long (ms) after a failure the number is asked again. */
const retryAfter = 60_000;
/** The most characters of a name that are shown. */
const longestName = 80;

interface Entry {
  readonly name: WritableSignal<string | null>;
  /** When the number may be asked again (monotonic ms); `Infinity` while it is being asked. */
  dueAt: number;
}

const nameIn = (answer: unknown): string | null => {
  if (answer === null || answer === undefined) return null;
  if (typeof answer !== 'string') throw new TypeError('withContacts: a name must be a text or null');
  return answer.trim().slice(0, longestName) || null;
};

/** The host's names of phone numbers, remembered. Made in an injection context. */
export class ContactBook {
  readonly #timed: TimedContactLookup;
  readonly #place = inject(SetupPlace);
  readonly #errors = inject(ErrorHandler);
  readonly #clock = inject(MediatelClock);
  readonly #timers = inject(MEDIATEL_TIMERS);
  readonly #forgotten = inject(CustomerTraces).forgotten;
  /** By number, in the order in which they were last shown. */
  readonly #entries = new Map<string, Entry>();
  readonly #running = new Set<AbortController>();
  #waiting: string[] = [];
  #seenForgotten = this.#forgotten();
  /** Whether the lookup has failed since it last answered: a CRM that is down is reported once. */
  #isFailing = false;

  constructor(timed: TimedContactLookup) {
    this.#timed = timed;
    // Also when no number is shown any more, and before a template is read: whoever hears the abort is the host's code.
    effect(() => {
      this.#forgotten();
      untracked(() => {
        this.#forgetWithTraces();
      });
    });
    inject(DestroyRef).onDestroy(() => {
      this.#clear();
    });
  }

  /** The name of a number; `null` if none is known yet. Reads a signal, and asks the host if it is time to. */
  nameOf(number: string | null): string | null {
    if (number === null) return null;
    const key = dialable(number);
    if (key === null) return null;
    this.#forgetWithTraces();
    return this.#entryOf(key).name();
  }

  #entryOf(key: string): Entry {
    const entry = this.#entries.get(key) ?? { name: signal<string | null>(null), dueAt: -Infinity };
    // Shown last: forgotten last.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > capacity && oldest !== undefined) this.#entries.delete(oldest);
    if (entry.dueAt <= this.#clock.monotonic()) {
      entry.dueAt = Infinity;
      this.#enqueue(key);
    }
    return entry;
  }

  #enqueue(key: string): void {
    this.#waiting.push(key);
    const dropped = this.#waiting.length > longestQueue ? this.#waiting.shift() : undefined;
    const entry = dropped === undefined ? undefined : this.#entries.get(dropped);
    if (entry !== undefined) entry.dueAt = -Infinity;
    // The host's code must not run while a template is read.
    void Promise.resolve().then(() => {
      this.#work();
    });
  }

  #work(): void {
    while (this.#running.size < concurrency) {
      // The number shown last is the one that the operator looks at.
      const key = this.#waiting.pop();
      if (key === undefined) return;
      this.#ask(key);
    }
  }

  #ask(key: string): void {
    const timed = this.#timed;
    const abort = new AbortController();
    this.#running.add(abort);
    const end = (learn: () => void): void => {
      if (!this.#running.delete(abort)) return;
      limit.unsubscribe();
      learn();
      abort.abort();
      this.#work();
    };
    const limit = this.#timers.schedule(() => {
      end(() => this.#later(key));
    }, timed.limit);
    const failed = (error: unknown): void => {
      end(() => {
        this.#later(key);
        if (!this.#isFailing) this.#errors.handleError(error);
        this.#isFailing = true;
      });
    };
    const answered = (answer: unknown): void => {
      try {
        const name = nameIn(answer);
        end(() => this.#learn(key, name));
      } catch (error) {
        failed(error);
      }
    };
    try {
      const answer = runInInjectionContext(this.#place.injector, () => timed.lookup(key, abort.signal));
      void Promise.resolve(answer).then(answered, failed);
    } catch (error) {
      failed(error);
    }
  }

  #learn(key: string, name: string | null): void {
    this.#isFailing = false;
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    entry.dueAt = this.#clock.monotonic() + keptFor;
    entry.name.set(name);
  }

  #later(key: string): void {
    const entry = this.#entries.get(key);
    if (entry !== undefined) entry.dueAt = this.#clock.monotonic() + retryAfter;
  }

  /** Names are customers' data: they go with the traces. */
  #forgetWithTraces(): void {
    const forgotten = this.#forgotten();
    if (forgotten === this.#seenForgotten) return;
    this.#seenForgotten = forgotten;
    this.#clear();
  }

  #clear(): void {
    this.#entries.clear();
    this.#waiting = [];
    const running = [...this.#running];
    this.#running.clear();
    for (const abort of running) abort.abort();
  }
}
