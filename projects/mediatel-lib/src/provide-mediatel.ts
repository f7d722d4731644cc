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
 * The host provides the NgRx store itself (`provideStore()`), before this. Nothing connects until `AgentSession.signIn()`.
 * `features` add what not every host wants: `withSupervisorFeed()`.
 * Throws `MediatelSetupError` naming the field of the configuration that is wrong.
 */
export function provideMediatel(config: MediatelConfig, ...features: readonly MediatelFeature[]): EnvironmentProviders {
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
    provideTabs({
      connection: async () => (await import('mediatel-lib/private/connection')).SocketAgentConnection,
      softphone: async () => (await import('mediatel-lib/private/softphone')).JsSipSoftphone,
    }),
    provideMediatelStore(),
    ...features.map(({ providers }) => providers),
  ]);
}
