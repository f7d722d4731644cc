import {
  type EnvironmentProviders,
  ErrorHandler,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { ReducerManager, Store } from '@ngrx/store';
import { MediatelSetupError, SetupPlace } from 'mediatel-lib/ports';
import { agentFeature } from './state/agent-feature';
import { commandsFeature } from './state/commands-feature';
import { EffectsLoader } from './effects-loader';
import { linkFeature } from './state/link-feature';
import { missedCallsFeature } from './state/missed-calls-feature';
import { screenPopsFeature } from './state/screen-pops-feature';
import { softphoneFeature } from './state/softphone-feature';

const features = [agentFeature, softphoneFeature, linkFeature, commandsFeature, missedCallsFeature, screenPopsFeature];
const reducers = Object.fromEntries(features.map(({ name, reducer }) => [name, reducer]));

/**
 * Adds the library's state and effects to the host's store, however the host set it up (ADR 7).
 *
 * Reports `MediatelSetupError.noStore()` to the `ErrorHandler` if the host's root has no store; the rest of the page works. It
 * does not provide the ports or `MEDIATEL_CONFIG`: `provideMediatel()` does.
 */
export const provideMediatelStore = (): EnvironmentProviders =>
  makeEnvironmentProviders([
    provideEnvironmentInitializer(() => {
      // The library's services are at the root, so the store must be there too.
      const { root } = inject(SetupPlace);
      // Before the reducers: the store must reduce its first action, INIT, on its own.
      if (root.get(Store, null) === null) {
        inject(ErrorHandler).handleError(MediatelSetupError.noStore());
        return;
      }
      const manager = root.get(ReducerManager);
      // A second set-up leaves the state as it is.
      if (!(agentFeature.name in manager.currentReducers)) manager.addReducers(reducers);
      inject(EffectsLoader).startIfLoaded();
    }),
  ]);
