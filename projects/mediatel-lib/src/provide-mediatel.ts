import {
  EnvironmentInjector,
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  runInInjectionContext,
} from '@angular/core';
import { provideSocketConnection } from 'mediatel-lib/connection';
import { Clock, MEDIATEL_CONFIG, type MediatelConfig, resolveConfig } from 'mediatel-lib/ports';
import { provideJsSipSoftphone } from 'mediatel-lib/softphone';
import { provideMediatelStore } from 'mediatel-lib/store';
import { PerformanceClock } from './performance-clock';

/**
 * Sets the library up in a host: the store's features and effects, the connection and the phone.
 *
 * The host provides the NgRx store itself (`provideStore()`), before this. Nothing connects until `AgentSession.signIn()`.
 * Throws `MediatelSetupError` naming the field of the configuration that is wrong.
 */
export function provideMediatel(config: MediatelConfig): EnvironmentProviders {
  // Here too, so that what is wrong is told where it was written.
  resolveConfig(config);
  return makeEnvironmentProviders([
    {
      provide: MEDIATEL_CONFIG,
      useFactory: () => {
        const injector = inject(EnvironmentInjector);
        return resolveConfig(config, (ask) => runInInjectionContext(injector, ask));
      },
    },
    { provide: Clock, useClass: PerformanceClock },
    provideSocketConnection(),
    provideJsSipSoftphone(),
    provideMediatelStore(),
  ]);
}
