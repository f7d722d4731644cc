import { Injectable, computed, inject, signal } from '@angular/core';
import {
  type ApiFailure,
  type MediatelAgent,
  MediatelAgents,
  MediatelApiError,
  type MediatelExtension,
  MediatelExtensions,
} from 'mediatel-lib/rest';
import { firstValueFrom } from 'rxjs';

/** Why the API refused, and its own words. */
export interface Refusal {
  readonly failure: ApiFailure;
  readonly detail: string;
}

/** The reason of whatever a request to the API threw. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof MediatelApiError)) throw error;
  return { failure: error.failure, detail: error.message };
}

const roleNames = ['operator', 'supervisor', 'trainer', 'admin'] as const;

/** The role by the training server's `RightID`. */
export const roleOf = ({ RightID }: MediatelAgent): (typeof roleNames)[number] =>
  roleNames[(RightID ?? 1) - 1] ?? 'operator';

export const extensionOf = ({ PersNumbers }: MediatelAgent): string => PersNumbers?.[0] ?? '';

/** All operators and extensions, as the API last listed them. */
@Injectable({ providedIn: 'root' })
export class Directory {
  readonly #agentsApi = inject(MediatelAgents);
  readonly #extensionsApi = inject(MediatelExtensions);
  readonly #agents = signal<readonly MediatelAgent[] | null>(null);
  readonly #extensions = signal<readonly MediatelExtension[]>([]);
  readonly #refusal = signal<Refusal | null>(null);

  /** `null` until they are listed. */
  readonly agents = this.#agents.asReadonly();
  readonly extensions = this.#extensions.asReadonly();
  /** Why the last listing failed. The lists stay as they were. */
  readonly refusal = this.#refusal.asReadonly();
  /** Who has each assigned extension: the login by the number. */
  readonly holders = computed(
    () =>
      new Map(
        (this.agents() ?? [])
          .map((agent) => [extensionOf(agent), agent.Login] as const)
          .filter(([extension]) => extension !== ''),
      ),
  );
  /** The extensions that nobody has. */
  readonly free = computed(() =>
    this.extensions()
      .map(({ E_Extension }) => E_Extension)
      .filter((number) => !this.holders().has(number)),
  );

  /** Loads both lists again. Never rejects. */
  async load(): Promise<void> {
    try {
      const [agents, extensions] = await Promise.all([
        firstValueFrom(this.#agentsApi.list()),
        firstValueFrom(this.#extensionsApi.list()),
      ]);
      this.#agents.set(agents);
      this.#extensions.set(extensions);
      this.#refusal.set(null);
    } catch (error) {
      this.#refusal.set(refusalOf(error));
    }
  }
}
