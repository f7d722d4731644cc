import type { Action } from '@ngrx/store';
import { CommandActions } from './command-actions';

/** The one thing to do about something amiss: a command of the library. */
export type RecoveryAction =
  | { readonly type: 'hangUp' }
  | { readonly type: 'restartAgent' }
  | { readonly type: 'setMuted'; readonly muted: boolean }
  | { readonly type: 'retryNow' }
  | { readonly type: 'reopenMicrophone' }
  | { readonly type: 'unlockPlayback' }
  | { readonly type: 'endPause' };

/** The action that makes the repair. `unlockPlayback` must be dispatched straight from a click. */
export function recoveryCommand(recovery: RecoveryAction): Action {
  switch (recovery.type) {
    case 'setMuted':
      return CommandActions.setMuted({ muted: recovery.muted });
    default:
      return CommandActions[recovery.type]();
  }
}
