import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { OperatorAccount } from 'mediatel-lib/ports';
import { firstValueFrom } from 'rxjs';
import { readSessionAnswer, type SessionAnswer } from './session-answer';
import { SessionError } from './session-error';

const address = '/api/session';

/** Who is signed in to the CRM. The cookie is the server's; the page keeps nothing that survives it. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #http = inject(HttpClient);
  readonly #document = inject(DOCUMENT);
  readonly #router = inject(Router);
  readonly #answer = signal<SessionAnswer | null>(null);
  #restored: Promise<void> | null = null;

  readonly user = computed(() => this.#answer()?.user ?? null);
  readonly hasPhone = computed(() => this.#answer()?.account != null);
  /** How long Mediatel gives for the work after a call; `null` for as long as it takes. */
  readonly clericalSeconds = computed(() => this.#answer()?.clericalSeconds ?? null);

  /** Asks the server once who the page's cookie belongs to. */
  restore(): Promise<void> {
    return (this.#restored ??= this.#restore());
  }

  /** Fails with a `SessionError`. */
  async signIn(login: string, password: string): Promise<void> {
    try {
      this.#take(await firstValueFrom(this.#http.post<unknown>(address, { login, password })));
    } catch (cause) {
      // Anything may come out of the network; the page speaks of three reasons only.
      throw SessionError.from(cause);
    }
  }

  /** `phoneLeft`: Mediatel could not be asked to log the operator out, which the next page says. */
  async signOut(phoneLeft = false): Promise<void> {
    try {
      await firstValueFrom(this.#http.delete<unknown>(address));
    } catch {
      // Somebody who leaves, leaves: a server out of reach must not keep them signed in on the screen.
    }
    // Loaded anew rather than routed: the telephone, its sockets and the store end with the page.
    this.#document.location.assign(
      this.#router.serializeUrl(
        this.#router.createUrlTree(['/sign-in'], phoneLeft ? { queryParams: { phone: 'left' } } : {}),
      ),
    );
  }

  /** The operator's telephony accounts, for the library's `account()`. Rejects while nobody with a phone is signed in. */
  account(): Promise<OperatorAccount> {
    const account = this.#answer()?.account;
    return account ? Promise.resolve(account) : Promise.reject(new Error('Nobody with a phone is signed in.'));
  }

  async #restore(): Promise<void> {
    try {
      this.#take(await firstValueFrom(this.#http.get<unknown>(address)));
    } catch {
      // No cookie, a stale one, no server: each leads to the sign-in page, which says what is wrong when it is tried.
    }
  }

  #take(answer: unknown): void {
    this.#answer.set(readSessionAnswer(answer, this.#document.location.origin));
  }
}
