import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { LeaderTab, MEDIATEL_TIMERS, type MediatelConfig, storedPlaces, storedText } from 'mediatel-lib/ports';
import { provideMediatelStore } from 'mediatel-lib/store';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLeaderTab } from '../fakes/fake-leader-tab';
import { provideFakePorts } from '../fakes/provide-fake-ports';
import { PhoneDriver } from './phone-driver';

/**
 * Sets the library up in a host's test, in place of `provideMediatel` or after it: with fakes of connection, phone, tabs and
 * clock, and with a `PhoneDriver`.
 *
 * The library's state goes into the test's NgRx store, as in the application; a test without a store adds `withStore()` of
 * `mediatel-lib`, also as in the application. All timers of store and desk go by `FakeClock`; Material's animations are off.
 * Each set-up removes what an earlier test left in the browser's storage. `config`: as for `provideMediatel`; its `account`
 * defaults to `fakeAccount`.
 */
export const provideMediatelTesting = (
  config: Partial<MediatelConfig> = {},
  ...features: readonly { readonly providers: EnvironmentProviders }[]
): EnvironmentProviders =>
  makeEnvironmentProviders([
    provideFakePorts(config),
    FakeLeaderTab,
    PhoneDriver,
    { provide: LeaderTab, useExisting: FakeLeaderTab },
    { provide: MEDIATEL_TIMERS, useFactory: () => inject(FakeClock).timers },
    { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
    provideEnvironmentInitializer(() => {
      for (const place of Object.values(storedPlaces)) storedText(place).remove();
      // It must hear the first request, which the host's own code may send.
      inject(PhoneDriver);
    }),
    provideMediatelStore(),
    ...features.map(({ providers }) => providers),
  ]);
