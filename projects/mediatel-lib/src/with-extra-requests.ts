import { makeEnvironmentProviders } from '@angular/core';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { type AnyExtraRequest, MEDIATEL_EXTRA_REQUESTS } from 'mediatel-lib/store';
import type { MediatelFeature } from './with-supervisor-feed';

/**
 * Adds requests that the documents of Mediatel do not have, typed by an installation that has them. `ExtraRequests` gives
 * them. The library brings none.
 *
 * Throws `MediatelSetupError` if two requests have the same name.
 */
export function withExtraRequests(...requests: readonly AnyExtraRequest[]): MediatelFeature {
  const names = requests.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw MediatelSetupError.badConfig('withExtraRequests', `has two requests named ${twice}`);
  return { providers: makeEnvironmentProviders([{ provide: MEDIATEL_EXTRA_REQUESTS, useValue: requests }]) };
}
