import { EnvironmentInjector, Injectable, inject, runInInjectionContext } from '@angular/core';
import { EffectSources } from '@ngrx/effects';
import type { effects } from './effects';

type LoadedEffects = typeof effects;

/** Kept for the page: what is loaded once need not be waited for again. */
let loaded: LoadedEffects | null = null;

/**
 * Loads the library's effects ahead of the first sign-in; from then on they start with the store.
 *
 * For tests that dispatch before anybody signs in: `beforeAll(preloadEffects)`.
 */
export async function preloadEffects(): Promise<void> {
  loaded ??= (await import('./effects')).effects;
}

/** Starts the library's effects, once an injector. They are a chunk of their own, so that a host's first page need not carry them. */
@Injectable({ providedIn: 'root' })
export class EffectsLoader {
  readonly #injector = inject(EnvironmentInjector);
  readonly #sources = inject(EffectSources);
  #started = false;

  get started(): boolean {
    return this.#started;
  }

  startIfLoaded(): void {
    if (loaded === null || this.#started) return;
    this.#started = true;
    const records = loaded;
    runInInjectionContext(this.#injector, () => {
      for (const record of records) this.#sources.addEffects(record);
    });
  }

  /** Rejects where the chunk can't be fetched; the next call tries again. */
  async start(): Promise<void> {
    await preloadEffects();
    this.startIfLoaded();
  }
}
