import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import { isAllowedHost } from './allowed-host';
import type { ScreenPopRequest } from './screen-pop-request';

/** The host's way to raise a customer's card; called once per call. */
export type ScreenPopHandler = (request: ScreenPopRequest) => void;

/**
 * Raises a call's card. By default a page of the configuration's `screenPopHosts` is opened in a new tab that cannot reach
 * this one; any other is left to whoever hears `screenPopRequested`. `null` leaves all to them.
 */
export const SCREEN_POP_HANDLER = new InjectionToken<ScreenPopHandler | null>('SCREEN_POP_HANDLER', {
  providedIn: 'root',
  factory: () => {
    const { screenPopHosts } = inject(MEDIATEL_CONFIG);
    const view = inject(DOCUMENT).defaultView;
    return ({ page }) => {
      if (page !== null && isAllowedHost(page.url, screenPopHosts))
        view?.open(page.url, '_blank', 'noopener,noreferrer');
    };
  },
});
