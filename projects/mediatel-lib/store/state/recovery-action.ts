import type { Action } from '@ngrx/store';
import { CommandActions } from './command-actions';

/** The one command that solves a problem. `recoveryCommand` makes its action. */
export type RecoveryAction =
  | { readonly type: 'hangUp' }
  | { readonly type: 'restartAgent' }
  | { readonly type: 'setMuted'; readonly muted: boolean }
  | { readonly type: 'retryNow' }
  | { readonly type: 'reopenMicrophone' }
  | { readonly type: 'unlockPlayback' }
  | { readonly type: 'endPause' };

/** The action of a recovery, to dispatch. `unlockPlayback` must be dispatched straight from a click. */
export function recoveryCommand(recovery: RecoveryAction): Action {
  switch (recovery.type) {
    case 'setMuted':
      return CommandActions.setMuted({ muted: recovery.muted });
    default:
      return CommandActions[recovery.type]();
  }
}
