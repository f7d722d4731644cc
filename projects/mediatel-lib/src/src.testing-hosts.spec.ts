import type { EnvironmentProviders, ModuleWithProviders, Provider, Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EffectsModule } from '@ngrx/effects';
import { StoreModule } from '@ngrx/store';
import { PhoneDriver, provideMediatelTesting } from 'mediatel-lib/testing';
import { MediatelModule } from './mediatel-module';
import { provideMediatel } from './provide-mediatel';
import { withStore } from './with-store';

const config = { account: () => Promise.reject(new Error('the application’s own account')) };

/** Takes a call in a test of a host with these imports and providers. */
async function takesCall(
  imports: readonly (Type<unknown> | ModuleWithProviders<object>)[],
  providers: readonly (Provider | EnvironmentProviders)[],
): Promise<object> {
  TestBed.configureTestingModule({ imports: [...imports], providers: [...providers] });
  const phone = TestBed.inject(PhoneDriver);
  await phone.signIn();
  phone.callComesIn();
  phone.talk();
  return { phase: phone.phase, sent: phone.connection.takeSent() };
}

describe('a host’s test with provideMediatelTesting', () => {
  const talking = { phase: 'talking', sent: ['login'] };

  it.each<[string, Parameters<typeof takesCall>]>([
    ['in place of provideMediatel', [[], [provideMediatelTesting({}, withStore())]]],
    ['after the application’s provideMediatel', [[], [provideMediatel(config, withStore()), provideMediatelTesting()]]],
    [
      'beside StoreModule and MediatelModule',
      [
        [StoreModule.forRoot({}), EffectsModule.forRoot([]), MediatelModule.forRoot(config)],
        [provideMediatelTesting()],
      ],
    ],
  ])('takes a call: %s', async (_, host) => {
    expect(await takesCall(...host)).toEqual(talking);
  });
});
