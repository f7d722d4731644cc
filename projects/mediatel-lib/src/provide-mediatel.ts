import {
  EnvironmentInjector,
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  runInInjectionContext,
} from '@angular/core';
import { MEDIATEL_CONFIG, type MediatelConfig, SetupPlace, resolveConfig } from 'mediatel-lib/ports';
import { provideMediatelStore } from 'mediatel-lib/store';
import { provideTabs } from 'mediatel-lib/private/tabs';
import type { MediatelFeature } from './with-supervisor-feed';

/**
 * Sets the library up in a host: the store's features and effects, the connection and the phone.
 *
 * The library keeps its state in the host's NgRx store, however that is set up; a host without NgRx adds
 * `withStore()`. Nothing connects until `AgentSession.signIn()`. It belongs at the application's root, or in the one
 * lazy route or module that uses it; the order of providers does not matter.
 *
 * `features` add optional parts, such as `withSupervisorFeed()`. Throws `MediatelSetupError` that names the wrong
 * field of the configuration. Reports a missing store or a second set-up to the `ErrorHandler`, once.
 */
export function provideMediatel(config: MediatelConfig, ...features: readonly MediatelFeature[]): EnvironmentProviders {
  // Checked here too, so that the error's stack shows the host's own call.
  resolveConfig(config);
  return makeEnvironmentProviders([
    {
      provide: MEDIATEL_CONFIG,
      useFactory: () => {
        const injector = inject(EnvironmentInjector);
        return resolveConfig(config, (ask) => runInInjectionContext(injector, ask));
      },
    },
    provideTabs({
      connection: async () => (await import('mediatel-lib/private/connection')).SocketAgentConnection,
      softphone: async () => (await import('mediatel-lib/private/softphone')).JsSipSoftphone,
    }),
    // Before the store: the library's effects run in this injector.
    provideEnvironmentInitializer(() => {
      inject(SetupPlace).open(inject(EnvironmentInjector));
    }),
    provideMediatelStore(),
    ...features.map(({ providers }) => providers),
  ]);
}
