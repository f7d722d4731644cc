import { Injectable, inject, signal } from '@angular/core';
import { type AgentClientApp, MediatelAgents } from 'mediatel-lib/rest';
import { firstValueFrom, timeout } from 'rxjs';

/** How long a sign-in waits for the settings (ms). */
const patience = 3000;

/** The operator's `ClientApp` of Mediatel's REST API. It governs the phone. */
@Injectable({ providedIn: 'root' })
export class OwnClientApp {
  readonly #agents = inject(MediatelAgents);
  readonly #value = signal<AgentClientApp | null>(null);

  readonly value = this.#value.asReadonly();

  /** Loads it, at each sign-in. Never rejects: without it the phone works, with the settings of before or none. */
  async load(): Promise<void> {
    try {
      const { ClientApp } = await firstValueFrom(this.#agents.self().pipe(timeout(patience)));
      this.#value.set(ClientApp ?? null);
    } catch {
      // The API is away or does not know the operator. The phone is more important than its settings.
    }
  }
}
