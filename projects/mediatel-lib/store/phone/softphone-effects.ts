import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { AgentConnection, MediatelClock, Softphone, type SoftphoneEvent } from 'mediatel-lib/ports';
import { EMPTY, type Observable, map } from 'rxjs';
import { AccountVault } from '../commands/account-vault';
import { AgentActions } from '../state/agent-actions';
import { CommandActions } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SoftphoneActions } from '../state/softphone-actions';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

/** The action with the event's name and fields. Two differ: `muteChanged` has a time more, `qualityChanged` groups its values. */
function softphoneAction(event: SoftphoneEvent, now: number): Action {
  switch (event.type) {
    case 'muteChanged': {
      const { callId, muted, cause = muted ? 'operator' : null } = event;
      return SoftphoneActions.muteChanged({ callId, muted, cause, at: now });
    }
    case 'qualityChanged': {
      const { callId, rating, alarms, mos, at } = event;
      return SoftphoneActions.qualityChanged({ callId, quality: { rating, alarms, mos }, at });
    }
    default:
      return { ...event, type: SoftphoneActions[event.type].type };
  }
}

/** Converts the phone's events to actions. */
export const takePhoneEvents = createEffect(
  (softphone = inject(Softphone), clock = inject(MediatelClock)) =>
    softphone.events.pipe(map((event) => softphoneAction(event, clock.monotonic()))),
  { functional: true },
);

/** Executes the operator's commands to the phone itself, and lets it prove the audio when a conversation begins or resumes. */
export const workThePhone = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    softphone = inject(Softphone),
    connection = inject(AgentConnection),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    vault = inject(AccountVault),
    report = injectFaultReport(),
  ) => {
    /** Registers the phone at once. After another sign-in took over the phone is off and needs a full start. */
    const wakePhone = (): void => {
      const isOff = dispatcher.context().softphone.registration.status === 'off';
      if (isOff && vault.account !== null) softphone.start(vault.account.sip);
      else softphone.execute({ type: 'registerNow' });
    };

    return actions.pipe(
      ofType(
        CommandActions.answer,
        CommandActions.sendDigits,
        CommandActions.retryNow,
        CommandActions.reopenMicrophone,
        CommandActions.unlockPlayback,
        CommandActions.chooseDevice,
        CommandActions.setVolume,
        CommandActions.testSound,
        CommandActions.allowNotices,
        AgentActions.callStarted,
        AgentActions.callRetrieved,
      ),
      mergeMapReportingErrors(report, (action) => {
        const { call } = dispatcher.context().softphone;
        switch (action.type) {
          case CommandActions.answer.type:
            if (call) softphone.execute({ type: 'answer', callId: call.callId });
            break;
          case CommandActions.sendDigits.type:
            if (call) softphone.execute({ type: 'sendDigits', callId: call.callId, digits: action.digits });
            break;
          case CommandActions.retryNow.type:
            connection.retryNow();
            wakePhone();
            break;
          case CommandActions.reopenMicrophone.type:
            softphone.execute({ type: 'reopenMicrophone' });
            break;
          case CommandActions.unlockPlayback.type:
            softphone.execute({ type: 'unlockPlayback' });
            break;
          case CommandActions.chooseDevice.type:
            softphone.execute({ type: 'chooseDevice', use: action.use, deviceId: action.deviceId });
            break;
          case CommandActions.setVolume.type:
            softphone.execute({ type: 'setVolume', use: action.use, volume: action.volume });
            break;
          case CommandActions.testSound.type:
            softphone.execute({ type: 'testSound', use: action.use });
            break;
          case CommandActions.allowNotices.type:
            softphone.execute({ type: 'allowNotices' });
            break;
          // The conversation begins or resumes. Ringing, and the silence during a hold, would prove nothing.
          case AgentActions.callStarted.type:
          case AgentActions.callRetrieved.type:
            if (call) softphone.execute({ type: 'proveAudio', callId: call.callId });
            break;
        }
        return EMPTY;
      }),
    );
  },
  { functional: true, dispatch: false },
);
