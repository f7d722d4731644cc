import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { MissedCall } from './missed-call';

export const MissedCallActions = createActionGroup({
  source: 'Mediatel Missed Calls',
  events: {
    /** A delivery failed, or more is known of one told before: the same `id` again. */
    'Call Missed': props<{ readonly missed: MissedCall }>(),
    Dismiss: props<{ readonly id: number }>(),
    'Dismiss All': emptyProps(),
  },
});
