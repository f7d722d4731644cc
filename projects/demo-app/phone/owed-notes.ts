import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, signal } from '@angular/core';
import { steadyDelay } from 'mediatel-lib/protocol';
import { recall, remember } from '../kit/remembered';
import { Session } from '../session/session';

const address = '/api/training/notes';
const key = 'verba.owed-notes';

/** As the phone's links: tries of many browsers stay spread, however long the server is away. */
const retryDelay = steadyDelay([100, 4250], [4100, 4200]);

/** The note of a call that the training server does not have yet. */
interface OwedNote {
  readonly login: string;
  readonly traceId: string;
  readonly text: string;
}

const isOwed = (value: unknown): value is OwedNote =>
  typeof value === 'object' &&
  value !== null &&
  ['login', 'traceId', 'text'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string');

/** Also what another tab has stored meanwhile. */
function stored(): readonly OwedNote[] {
  try {
    const value: unknown = JSON.parse(recall(key) ?? '[]');
    return Array.isArray(value) ? value.filter(isOwed) : [];
  } catch {
    // Only another page at this origin can have written what doesn't parse.
    return [];
  }
}

const isSame = (a: OwedNote, b: OwedNote): boolean =>
  a.login === b.login && a.traceId === b.traceId && a.text === b.text;

/**
 * Sends the notes of calls to the training server, in their order, each until the server has it. They are kept over a
 * reload and a crash, and are sent only while their author is signed in. A shared computer keeps nothing of a customer:
 * the sign-out deletes them, and so does the sign-in of somebody else.
 *
 * ```
 *  nothing owed ──note──▶ sending ──204──▶ the next one, or nothing owed
 *                         ▲   │  └─ refused for good (it is not the author's call): said, the next one
 *                         │   └─ anything else: said
 *                         └───── after a delay ──┘
 * ```
 */
@Injectable({ providedIn: 'root' })
export class OwedNotes {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #owed = signal(stored());
  readonly #failures = signal(0);
  readonly #refused = signal(false);
  #isSending = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** How many notes wait for a server that did not take them. */
  readonly waiting = computed(() => (this.#failures() > 0 ? this.#mine().length : 0));
  /** Whether the server has refused a note for good. */
  readonly refused = this.#refused.asReadonly();

  readonly #mine = computed(() => {
    const login = this.#session.user()?.login;
    return this.#owed().filter((note) => note.login === login);
  });

  constructor() {
    // Those of an earlier page, once it is known who is signed in.
    effect(() => {
      if (this.#session.leaving()) return this.#store([]);
      const mine = this.#mine();
      if (this.#session.user() && mine.length < this.#owed().length) this.#store(mine);
      if (mine.length > 0) this.#send();
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#retry));
  }

  add(traceId: string, text: string): void {
    if (this.#session.leaving()) return;
    const login = this.#session.user()?.login ?? '';
    this.#store([...stored(), { login, traceId, text }]);
    this.#send();
  }

  #send(): void {
    const [note] = this.#mine();
    if (!note || this.#isSending || this.#retry !== undefined) return;
    this.#isSending = true;
    this.#http.post(address, { traceId: note.traceId, text: note.text }).subscribe({
      next: () => this.#settled(note),
      error: (error: unknown) => this.#failed(note, error),
    });
  }

  #settled(note: OwedNote): void {
    this.#isSending = false;
    this.#failures.set(0);
    this.#store(stored().filter((other) => !isSame(other, note)));
    this.#send();
  }

  #failed(note: OwedNote, error: unknown): void {
    if (isFinal(error)) {
      this.#refused.set(true);
      return this.#settled(note);
    }
    this.#isSending = false;
    const delay = retryDelay(this.#failures());
    this.#failures.update((failures) => failures + 1);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#send();
    }, delay);
  }

  #store(notes: readonly OwedNote[]): void {
    remember(key, JSON.stringify(notes));
    this.#owed.set(notes);
  }
}

/** Whether no further try can succeed. A 403 alone may be a cookie that has expired. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof HttpErrorResponse)) return false;
  const body = error.error as { readonly error?: unknown } | null;
  return [400, 404, 413].includes(error.status) || (error.status === 403 && body?.error === 'not-yours');
}
