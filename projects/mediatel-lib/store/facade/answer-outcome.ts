import type { Store } from '@ngrx/store';
import { type Observable, filter, map } from 'rxjs';
import { type MediatelOutcome, done, refused } from '../commands/command-outcome';
import { isAnswered } from '../state/call/answered';
import { softphoneFeature } from '../state/softphone-feature';

/** Emits when the phone has answered this SIP call, or when the call is gone. */
export const answerOutcome = (store: Store, callId: string): Observable<MediatelOutcome> =>
  store.select(softphoneFeature.selectCall).pipe(
    map((call) => {
      if (call?.callId !== callId) return refused({ reason: 'overtaken' });
      return isAnswered(call) ? done : null;
    }),
    filter((outcome) => outcome !== null),
  );
