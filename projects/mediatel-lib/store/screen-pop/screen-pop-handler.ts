import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import { isAllowedHost } from './allowed-host';
import { openApart } from './open-apart';
import type { ScreenPopRequest } from '../state/screen-pop-request';

/**
 * What a handler did with a screen pop.
 *
 * `opened`: it opened the page. `blocked`: the browser blocked it, and the desk offers a button instead. `left`: it did
 * nothing; whoever listens to `screenPopRequested` may act.
 */
export type ScreenPopOutcome = 'opened' | 'blocked' | 'left';

/**
 * Opens a customer's card. Called once per call, and once more if the page arrives after the customer's id.
 *
 * A handler that returns nothing counts as done. If it throws, the error goes to the `ErrorHandler`.
 */
export type ScreenPopHandler =
  ((request: ScreenPopRequest) => ScreenPopOutcome) | ((request: ScreenPopRequest) => void);

/**
 * Handles the screen pops of calls.
 *
 * Default: a page on one of the configured `screenPopHosts` opens in a new tab that can't reach this one; other pages are
 * `left`. `null`: no handler, only `screenPopRequested`.
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
