import { provideHttpClient } from '@angular/common/http';
import { type ApplicationConfig, inject, provideEnvironmentInitializer } from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withHashLocation } from '@angular/router';
import { provideStore } from '@ngrx/store';
import { withContacts } from 'mediatel-lib';
import { PhoneDriver, provideMediatelTesting } from 'mediatel-lib/testing';
import { RouteTitle } from '../kit/route-title';
import { nameOf } from '../phone/name-of';
import { routes } from '../routes';
import { provideStillVersion } from './still-version';

/**
 * The demo app with a phone whose clock stands still: for pictures. Its pages are below `#`, such as `/?app#/training`.
 *
 * The global `stillPhone` (a `PhoneDriver`) moves the phone, `stillVersion` shows the strip of a new version. The HTTP requests are real: whoever opens the page answers them.
 */
export const stillApp: ApplicationConfig = {
  providers: [
    provideRouter(routes, withComponentInputBinding(), withHashLocation()),
    { provide: TitleStrategy, useExisting: RouteTitle },
    provideHttpClient(),
    provideStore(),
    provideStillVersion(),
    provideMediatelTesting({}, withContacts(nameOf)),
    provideEnvironmentInitializer(() => Object.assign(globalThis, { stillPhone: inject(PhoneDriver) })),
  ],
};
