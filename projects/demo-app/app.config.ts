import { provideHttpClient } from '@angular/common/http';
import { inject, type ApplicationConfig } from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideStore } from '@ngrx/store';
import { provideMediatel } from 'mediatel-lib';
import * as phoneEffects from './phone/phone-effects';
import { routes } from './routes';
import { Session } from './session/session';

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
          strictActionTypeUniqueness: true,
        },
      },
    ),
    provideEffects(phoneEffects),
    provideMediatel({
      account: () => inject(Session).account(),
      clericalSeconds: () => inject(Session).clericalSeconds(),
      unfitPause: 'Technical Error',
    }),
  ],
};
