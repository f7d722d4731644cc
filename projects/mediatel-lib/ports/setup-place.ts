import { EnvironmentInjector, ErrorHandler, Injectable, type ProviderToken, inject } from '@angular/core';
import { MediatelSetupError } from './setup-error';

/**
 * Where the host put `provideMediatel`: at the application's root, or in a lazy route or NgModule.
 *
 * The library's services live at the root, for the page's lifetime. A lazy set-up is below the root, so the ports' root
 * factories ask here.
 */
@Injectable({ providedIn: 'root' })
export class SetupPlace {
  /** The application's root injector. */
  readonly root = inject(EnvironmentInjector);
  readonly #errors = inject(ErrorHandler);
  #injector: EnvironmentInjector | null = null;
  #isReported = false;

  /** The injector of the set-up; the root if `provideMediatel` is not used. */
  get injector(): EnvironmentInjector {
    return this.#injector ?? this.root;
  }

  /** Records the injector of the first set-up. Reports every further one, once, to the `ErrorHandler`. */
  open(injector: EnvironmentInjector): void {
    if (this.#injector === null) {
      this.#injector = injector;
    } else if (!this.#isReported) {
      this.#isReported = true;
      this.#errors.handleError(MediatelSetupError.setUpTwice());
    }
  }

  /** What a lazy set-up provides for this token; `null` if there is no lazy set-up. */
  find<T>(token: ProviderToken<T>): T | null {
    return this.#injector === null || this.#injector === this.root ? null : this.#injector.get(token);
  }

  /** Like `find`, but throws `MediatelSetupError.noConfig()` instead of returning `null`. */
  get<T>(token: ProviderToken<T>): T {
    const found = this.find(token);
    if (found === null) throw MediatelSetupError.noConfig();
    return found;
  }
}
