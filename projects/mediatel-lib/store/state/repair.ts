import type { Action } from '@ngrx/store';
import { CommandActions } from './command-actions';

/** The one thing to do about something amiss: a command of the library. */
export type Repair =
  | { readonly does: 'hangUp' }
  | { readonly does: 'restartAgent' }
  | { readonly does: 'setMuted'; readonly muted: boolean }
  | { readonly does: 'retryNow' }
  | { readonly does: 'reopenMicrophone' }
  | { readonly does: 'unlockPlayback' }
  | { readonly does: 'endPause' };

/** The action that makes the repair. `unlockPlayback` must be dispatched straight from a click. */
export function repairAction(repair: Repair): Action {
  switch (repair.does) {
    case 'setMuted':
      return CommandActions.setMuted({ muted: repair.muted });
    default:
      return CommandActions[repair.does]();
  }
}
