import { createActionGroup, props } from '@ngrx/store';
import type { ScreenPopRequest } from './screen-pop-request';

/** The outcomes of a requested screen pop. */
export const ScreenPopActions = createActionGroup({
  source: 'Mediatel Screen Pop',
  events: {
    /** The browser blocked the page. Until the call is over it can be opened by a click (`CommandActions.openScreenPop`). */
    'Screen Pop Blocked': props<{ readonly request: ScreenPopRequest }>(),
    /** One of the operator's tabs opened the page that the browser had blocked. */
    'Screen Pop Opened': props<{ readonly request: ScreenPopRequest }>(),
  },
});
