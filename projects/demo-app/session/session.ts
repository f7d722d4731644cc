import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { OperatorAccount } from 'mediatel-lib/ports';
import { firstValueFrom } from 'rxjs';
import { readSessionAnswer, type SessionAnswer } from './session-answer';
import { SessionError } from './session-error';

const address = '/api/session';

/** The session with the CRM. The server holds it by a cookie; the page stores nothing. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #http = inject(HttpClient);
  readonly #document = inject(DOCUMENT);
  readonly #router = inject(Router);
  readonly #answer = signal<SessionAnswer | null>(null);
  readonly #leaving = signal(false);
  #restored: Promise<void> | null = null;

  readonly user = computed(() => this.#answer()?.user ?? null);
  readonly hasPhone = computed(() => this.#answer()?.account != null);
  /** Whether the sign-out has begun: what the browser has stored of customers is deleted now. */
  readonly leaving = this.#leaving.asReadonly();
  /** Limit of the after-call work (seconds); `null` for no limit. */
  readonly clericalSeconds = computed(() => this.#answer()?.clericalSeconds ?? null);

  /** Asks the server once whose cookie the page has. Never rejects. */
  restore(): Promise<void> {
    return (this.#restored ??= this.#restore());
  }

  /** Signs in. Rejects with a `SessionError`. */
  async signIn(login: string, password: string): Promise<void> {
    try {
      this.#setAnswer(await firstValueFrom(this.#http.post<unknown>(address, { login, password })));
    } catch (cause) {
      // The network may fail in many ways; the page distinguishes only the reasons of `SessionError`.
      throw SessionError.from(cause);
    }
  }

  /** Signs out. `phoneLeft`: whether Mediatel could not be reached to log the operator out; the next page says so. */
  async signOut(phoneLeft = false): Promise<void> {
    this.#leaving.set(true);
    try {
      await firstValueFrom(this.#http.delete<unknown>(address));
    } catch {
      // An unreachable server must not keep anybody signed in on the screen.
    }
    // The page is loaded, not routed: the phone, its sockets and the store end with the old page.
    this.#document.location.assign(
      this.#router.serializeUrl(
        this.#router.createUrlTree(['/sign-in'], phoneLeft ? { queryParams: { phone: 'left' } } : {}),
      ),
    );
  }

  /** The operator's telephony accounts, for the library's `account()`. Rejects unless somebody with a phone is signed in. */
  account(): Promise<OperatorAccount> {
    const account = this.#answer()?.account;
    return account ? Promise.resolve(account) : Promise.reject(new Error('Nobody with a phone is signed in.'));
  }

  async #restore(): Promise<void> {
    try {
      this.#setAnswer(await firstValueFrom(this.#http.get<unknown>(address)));
    } catch {
      // Without a cookie, with a stale one or without a server, the sign-in page opens. It shows the reason on the next attempt.
    }
  }

  #setAnswer(answer: unknown): void {
    this.#answer.set(readSessionAnswer(answer, this.#document.location.origin));
  }
}
