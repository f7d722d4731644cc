import { createActionGroup, props } from '@ngrx/store';
import type { ScreenPopRequest } from './screen-pop-request';

/** What became of a screen pop that was requested. */
export const ScreenPopActions = createActionGroup({
  source: 'Mediatel Screen Pop',
  events: {
    /** The browser let no page be opened without a click: it waits for one (`CommandActions.openScreenPop`) until the call is over. */
    'Screen Pop Blocked': props<{ readonly request: ScreenPopRequest }>(),
    /** What the browser had blocked was raised, in any of the operator's tabs. */
    'Screen Pop Opened': props<{ readonly request: ScreenPopRequest }>(),
  },
});
