import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { Softphone } from 'mediatel-lib/ports';
import { JsSipSoftphone } from './jssip-softphone';

/** Provides the phone with JsSIP in this tab, for use without `provideMediatel`. It needs `MEDIATEL_CONFIG`. */
export function provideJsSipSoftphone(): EnvironmentProviders {
  return makeEnvironmentProviders([JsSipSoftphone, { provide: Softphone, useExisting: JsSipSoftphone }]);
}
