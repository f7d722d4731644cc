import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState } from '@ngrx/store';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { agentFeature } from './agent-feature';
import * as answerEffects from './answer-effects';
import * as commandEffects from './command-effects';
import { commandsFeature } from './commands-feature';
import * as contactEffects from './contact-effects';
import * as connectionEffects from './connection-effects';
import * as graceEffects from './grace-effects';
import * as hangUpEffects from './hang-up-effects';
import { linkFeature } from './link-feature';
import * as logInEffects from './log-in-effects';
import * as missedCallEffects from './missed-call-effects';
import { missedCallsFeature } from './missed-calls-feature';
import * as muteEffects from './mute-effects';
import * as outcomeEffects from './outcome-effects';
import * as pauseEffects from './pause-effects';
import * as screenPopEffects from './screen-pop-effects';
import * as sessionEffects from './session-effects';
import { softphoneFeature } from './softphone-feature';
import * as softphoneEffects from './softphone-effects';
import * as unfitEffects from './unfit-effects';

/**
 * Joins the library's state and effects to the host's store.
 *
 * Throws `MediatelSetupError.noStore()` where the host has no `provideStore()`. The ports, `Clock` and `MEDIATEL_CONFIG` are provided elsewhere.
 */
export const provideMediatelStore = (): EnvironmentProviders =>
  makeEnvironmentProviders([
    // First, before NgRx itself fails with a missing provider.
    provideEnvironmentInitializer(() => {
      if (inject(Store, { optional: true }) === null) throw MediatelSetupError.noStore();
    }),
    provideState(agentFeature),
    provideState(softphoneFeature),
    provideState(linkFeature),
    provideState(commandsFeature),
    provideState(missedCallsFeature),
    provideEffects(
      { takeMessages: connectionEffects.takeMessages },
      softphoneEffects,
      { answerAutomatically: answerEffects.answerAutomatically },
      { logIn: logInEffects.logIn },
      commandEffects,
      muteEffects,
      { hangUp: hangUpEffects.hangUp },
      pauseEffects,
      outcomeEffects,
      { popScreens: screenPopEffects.popScreens },
      graceEffects,
      missedCallEffects,
      contactEffects,
      unfitEffects,
      sessionEffects,
    ),
  ]);
