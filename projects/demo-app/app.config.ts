import { provideHttpClient } from '@angular/common/http';
import { isDevMode, type ApplicationConfig } from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { agentFeature, commandsFeature, linkFeature, softphoneFeature } from 'mediatel-lib/store';
import * as phoneEffects from './phone/phone-effects';
import { routes } from './routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes, withComponentInputBinding()),
    provideHttpClient(),
    provideStore(
      {},
      {
        runtimeChecks: {
          strictStateImmutability: true,
          strictActionImmutability: true,
          strictStateSerializability: true,
          strictActionSerializability: true,
          strictActionTypeUniqueness: isDevMode(),
        },
      },
    ),
    provideState(agentFeature),
    provideState(commandsFeature),
    provideState(linkFeature),
    provideState(softphoneFeature),
    provideEffects(phoneEffects),
  ],
};
