import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import { isAllowedHost } from './allowed-host';
import { openApart } from './open-apart';
import type { ScreenPopRequest } from '../state/screen-pop-request';

/**
 * What a handler did: `opened` the page, found it `blocked` by the browser (the desk then offers it by a button), or `left` it
 * to others.
 */
export type ScreenPopOutcome = 'opened' | 'blocked' | 'left';

/**
 * The host's way to raise a customer's card; called once per call, and once more where the page comes after the customer's id.
 * One that answers nothing is taken to have done what it wants.
 */
export type ScreenPopHandler =
  ((request: ScreenPopRequest) => ScreenPopOutcome) | ((request: ScreenPopRequest) => void);

/**
 * Raises a call's card. By default a page of the configuration's `screenPopHosts` is opened in a new tab that cannot reach
 * this one; any other is left to whoever hears `screenPopRequested`. `null` leaves all to them.
 */
export const MEDIATEL_SCREEN_POP_HANDLER = new InjectionToken<ScreenPopHandler | null>('SCREEN_POP_HANDLER', {
  providedIn: 'root',
  factory: () => {
    const { screenPopHosts } = inject(MEDIATEL_CONFIG);
    const view = inject(DOCUMENT).defaultView;
    return ({ page }) => {
      if (view === null || page === null || !isAllowedHost(page.url, screenPopHosts)) return 'left';
      return openApart(view, page.url) ? 'opened' : 'blocked';
    };
  },
});
