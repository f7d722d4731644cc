import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { Softphone } from 'mediatel-lib/ports';
import { JsSipSoftphone } from './jssip-softphone';

/** Makes this tab a telephone by JsSIP. Needs a `Clock` and the `MEDIATEL_CONFIG` provided. */
export function provideJsSipSoftphone(): EnvironmentProviders {
  return makeEnvironmentProviders([JsSipSoftphone, { provide: Softphone, useExisting: JsSipSoftphone }]);
}
