import {
  EnvironmentInjector,
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  runInInjectionContext,
} from '@angular/core';
import { MEDIATEL_CONFIG, type MediatelConfig, resolveConfig } from 'mediatel-lib/ports';
import { provideMediatelStore } from 'mediatel-lib/store';
import { provideTabs } from 'mediatel-lib/private/tabs';
import type { MediatelFeature } from './with-supervisor-feed';

/**
 * Sets the library up in a host: the store's features and effects, the connection and the phone.
 *
 * The host provides the NgRx store itself (`provideStore()`), before this. Nothing connects until
 * `AgentSession.signIn()`.
 *
 * `features` add optional parts, such as `withSupervisorFeed()`. Throws `MediatelSetupError` that names the wrong
 * field of the configuration.
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
    provideMediatelStore(),
    ...features.map(({ providers }) => providers),
  ]);
}
