import type { EnvironmentProviders } from '@angular/core';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { provideSupervisorFeed } from 'mediatel-lib/store';

/** An optional part for `provideMediatel(config, …)`. Functions whose names begin with `with` make it. */
export interface MediatelFeature {
  /** The part's providers. */
  readonly providers: EnvironmentProviders;
}

/**
 * Lets supervisors see the operator live and send requests.
 *
 * The leading tab publishes the operator's presence to the supervisor hub and executes supervisors' requests. The
 * `VouchCookie` proves who the operator is. The desk shows messages and what was carried out, by the
 * supervisor's name.
 *
 * `url`: the hub's address, of which only the origin is used. Default: the page's own origin. Throws
 * `MediatelSetupError` if it is no http(s) address.
 */
export function withSupervisorFeed({ url }: { readonly url?: string } = {}): MediatelFeature {
  if (url !== undefined && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) {
    throw MediatelSetupError.badConfig('withSupervisorFeed.url', `should be an http or https address, is ${url}`);
  }
  return {
    providers: provideSupervisorFeed(
      url ?? null,
      async () => (await import('mediatel-lib/private/connection')).SocketPresencePublisher,
    ),
  };
}
