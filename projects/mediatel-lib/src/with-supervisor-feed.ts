import type { EnvironmentProviders } from '@angular/core';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { provideSupervisorFeed } from 'mediatel-lib/store';

/** Something a host adds to `provideMediatel(config, …)`; made by the functions whose names begin with `with`. */
export interface MediatelFeature {
  readonly providers: EnvironmentProviders;
}

/**
 * Lets supervisors see the operator live: the leading tab tells the supervisor hub, proven by the `VouchCookie`, and carries out what supervisors
 * ask. The desk shows each request with who asked.
 *
 * `url`: the hub's address, of which the origin counts; default the page's own origin. Throws `MediatelSetupError` for what is no http address.
 */
export function withSupervisorFeed({ url }: { readonly url?: string } = {}): MediatelFeature {
  if (url !== undefined && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) {
    throw MediatelSetupError.badConfig('withSupervisorFeed.url', `should be an http or https address, is ${url}`);
  }
  return {
    providers: provideSupervisorFeed(
      url ?? null,
      async () => (await import('mediatel-lib/connection')).SocketPresencePublisher,
    ),
  };
}
