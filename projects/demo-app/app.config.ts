import { provideHttpClient } from '@angular/common/http';
import { inject, type ApplicationConfig } from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideStore } from '@ngrx/store';
import {
  MEDIATEL_CALL_NOTES,
  provideMediatel,
  withContacts,
  withFlightRecorder,
  withSupervisorFeed,
} from 'mediatel-lib';
import { RouteTitle } from './kit/route-title';
import { provideFlightHook } from './phone/flight-hook';
import { keepCallNotes } from './phone/keep-call-notes';
import { nameOf } from './phone/name-of';
import * as phoneEffects from './phone/phone-effects';
import { routes } from './routes';
import { OwnClientApp } from './session/own-client-app';
import { Session } from './session/session';
import { onNavigationError } from './version/missing-part';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(
      routes,
      withComponentInputBinding(),
      withNavigationErrorHandler(onNavigationError),
      withRouterConfig({ resolveNavigationPromiseOnError: true }),
    ),
    { provide: TitleStrategy, useExisting: RouteTitle },
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
    { provide: MEDIATEL_CALL_NOTES, useFactory: keepCallNotes },
    provideMediatel(
      {
        account: async () => {
          const session = inject(Session);
          await inject(OwnClientApp).load();
          return session.account();
        },
        clientApp: () => inject(OwnClientApp).value(),
        clericalSeconds: () => inject(Session).clericalSeconds(),
        // Seconds. Pauses without a limit here are left to the supervisor.
        pauseLimits: { 'Technical Break': 15 * 60, Meeting: 30 * 60, Обід: 45 * 60 },
        pauseWhenNotReady: 'Technical Error',
      },
      withContacts(nameOf),
      withSupervisorFeed(),
      withFlightRecorder(),
    ),
    provideFlightHook(),
  ],
};
