import {
  ENVIRONMENT_INITIALIZER,
  ErrorHandler,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { INITIAL_REDUCERS, StoreRootModule, provideStore } from '@ngrx/store';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { initializersOf } from './initializers-of';
import type { MediatelFeature } from './with-supervisor-feed';

/** No reducers: the library adds its own. */
const ownReducers = {};

/**
 * Provides an NgRx store, for a host that has none of its own.
 *
 * It belongs at the application's root. Reports `MediatelSetupError.twoStores()` to the `ErrorHandler` if the host also
 * uses `StoreModule.forRoot` or `provideStore`. After `provideStore` it replaces the host's store.
 */
export function withStore(): MediatelFeature {
  const store = provideStore(ownReducers);
  const starts = initializersOf(store);
  return {
    providers: makeEnvironmentProviders([
      store,
      provideEnvironmentInitializer(() => {
        // NgRx starts each store by the same function, so a function that stands here twice is a second store.
        const all = inject(ENVIRONMENT_INITIALIZER) as unknown as readonly unknown[];
        const isSecond = starts.some((start) => all.filter((other) => other === start).length > 1);
        const hasModule = inject(StoreRootModule, { optional: true }) !== null;
        if (isSecond || hasModule || inject<object>(INITIAL_REDUCERS) !== ownReducers) {
          inject(ErrorHandler).handleError(MediatelSetupError.twoStores());
        }
      }),
    ]),
  };
}
