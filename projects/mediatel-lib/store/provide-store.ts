import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState } from '@ngrx/store';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { agentFeature } from './state/agent-feature';
import { commandsFeature } from './state/commands-feature';
import { EffectsLoader } from './effects-loader';
import { linkFeature } from './state/link-feature';
import { missedCallsFeature } from './state/missed-calls-feature';
import { screenPopsFeature } from './state/screen-pops-feature';
import { softphoneFeature } from './state/softphone-feature';

/**
 * Adds the library's state and effects to the host's store.
 *
 * Throws `MediatelSetupError.noStore()` if the host has no `provideStore()`. It does not provide the ports or
 * `MEDIATEL_CONFIG`: `provideMediatel()` does.
 */
export const provideMediatelStore = (): EnvironmentProviders =>
  makeEnvironmentProviders([
    // First, before NgRx fails with a missing provider.
    provideEnvironmentInitializer(() => {
      if (inject(Store, { optional: true }) === null) throw MediatelSetupError.noStore();
    }),
    provideState(agentFeature),
    provideState(softphoneFeature),
    provideState(linkFeature),
    provideState(commandsFeature),
    provideState(missedCallsFeature),
    provideState(screenPopsFeature),
    // Starts NgRx's runner; the effects follow with the first sign-in.
    provideEffects(),
    provideEnvironmentInitializer(() => inject(EffectsLoader).startIfLoaded()),
  ]);
