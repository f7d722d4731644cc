import { Injectable, Injector, inject, signal } from '@angular/core';
import type { AgentClientApp } from 'mediatel-lib/rest';

/** The operator's `ClientApp` of Mediatel's REST API. It governs the phone. */
@Injectable({ providedIn: 'root' })
export class OwnClientApp {
  readonly #injector = inject(Injector);
  readonly #value = signal<AgentClientApp | null>(null);

  readonly value = this.#value.asReadonly();

  /** Loads it, at each sign-in. Never rejects: without it the phone works, with the settings of before or none. */
  async load(): Promise<void> {
    try {
      // The first page needs no REST client.
      const { fetchClientApp } = await import('./fetch-client-app');
      this.#value.set(await fetchClientApp(this.#injector));
    } catch {
      // The API is away or does not know the operator, or its client can't be fetched. The phone is more important.
    }
  }
}
