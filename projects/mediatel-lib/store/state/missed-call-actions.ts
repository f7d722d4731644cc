import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { MissedCall } from './missed-call';

/** Calls that did not reach the operator, and the commands to dismiss their cards. */
export const MissedCallActions = createActionGroup({
  source: 'Mediatel Missed Calls',
  events: {
    /** A delivery failed. If more becomes known, the action comes again with the same `id`. */
    'Call Missed': props<{ readonly missed: MissedCall }>(),
    /** Removes one card; `id` is the missed call's. */
    Dismiss: props<{ readonly id: number }>(),
    /** Removes all cards. */
    'Dismiss All': emptyProps(),
  },
});
