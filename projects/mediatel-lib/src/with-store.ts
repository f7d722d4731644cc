import { ErrorHandler, inject, makeEnvironmentProviders, provideEnvironmentInitializer } from '@angular/core';
import { INITIAL_REDUCERS, StoreRootModule, provideStore } from '@ngrx/store';
import { MediatelSetupError } from 'mediatel-lib/ports';
import type { MediatelFeature } from './with-supervisor-feed';

/** No reducers: the library adds its own. */
const ownReducers = {};

/**
 * Provides an NgRx store, for a host that has none of its own.
 *
 * It belongs at the application's root. Reports `MediatelSetupError.twoStores()` to the `ErrorHandler` if the host uses
 * `StoreModule.forRoot`, or `provideStore` after it.
 */
export function withStore(): MediatelFeature {
  return {
    providers: makeEnvironmentProviders([
      provideStore(ownReducers),
      provideEnvironmentInitializer(() => {
        const hasOther = inject(StoreRootModule, { optional: true }) !== null;
        if (hasOther || inject<object>(INITIAL_REDUCERS) !== ownReducers) {
          inject(ErrorHandler).handleError(MediatelSetupError.twoStores());
        }
      }),
    ]),
  };
}
