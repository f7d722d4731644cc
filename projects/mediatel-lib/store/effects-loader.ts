import { isPlatformServer } from '@angular/common';
import { ErrorHandler, Injectable, type OnDestroy, PLATFORM_ID, inject, runInInjectionContext } from '@angular/core';
import { EFFECTS_ERROR_HANDLER, EffectSources, EffectsRunner } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { SetupPlace } from 'mediatel-lib/ports';
import type * as Effects from './effects';

type LoadedEffects = typeof Effects;

/** The loaded chunk, kept for the page's lifetime. */
let loaded: LoadedEffects | null = null;

/**
 * Loads the library's effects before the first sign-in. Every store created afterwards starts them at once.
 *
 * For tests that dispatch actions without a sign-in: `beforeAll(preloadEffects)`. Rejects if the chunk can't be fetched.
 */
export async function preloadEffects(): Promise<void> {
  await load();
}

const load = async (): Promise<LoadedEffects> => (loaded ??= await import('./effects'));

/** Loads and starts the library's effects, once per injector. They are a chunk of their own, to keep a host's first page small. */
@Injectable({ providedIn: 'root' })
export class EffectsLoader implements OnDestroy {
  readonly #place = inject(SetupPlace);
  readonly #sources = new EffectSources(inject(ErrorHandler), inject(EFFECTS_ERROR_HANDLER));
  /**
   * The library's own runner. To start the host's would decide when the host's effects receive NgRx's first action, and
   * needs tokens that a host made of NgModules does not have.
   */
  readonly #runner = new EffectsRunner(this.#sources, inject(Store));
  /** Whether the page is rendered on a server. The effects need a browser. */
  readonly isServer = isPlatformServer(inject(PLATFORM_ID));
  #started = false;

  /** Stops the effects. */
  ngOnDestroy(): void {
    this.#runner.ngOnDestroy();
  }

  /** Whether the effects run. */
  get started(): boolean {
    return this.#started;
  }

  /** Starts the effects if the page has loaded them already. Does nothing on a server. */
  startIfLoaded(): void {
    if (loaded === null || this.#started || this.isServer) return;
    this.#started = true;
    const records = loaded.effects;
    this.#runner.start();
    runInInjectionContext(this.#place.injector, () => {
      for (const record of records) this.#sources.addEffects(record);
    });
  }

  /** Loads and starts the effects; resolves with their chunk. Rejects if it can't be fetched; the next call tries again. */
  async start(): Promise<LoadedEffects> {
    const chunk = await load();
    this.startIfLoaded();
    return chunk;
  }
}
