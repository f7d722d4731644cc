import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { AgentConnection, Clock, Softphone, type SoftphoneEvent } from 'mediatel-lib/ports';
import { EMPTY, type Observable, map } from 'rxjs';
import { AccountVault } from '../commands/account-vault';
import { AgentActions } from '../state/agent-actions';
import { CommandActions } from '../state/command-actions';
import { CommandDesk } from '../commands/command-desk';
import { RARE_ACTIONS } from '../effects-kit/rare-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SoftphoneActions } from '../state/softphone-actions';
import { survive } from '../effects-kit/survive';

function softphoneAction(event: SoftphoneEvent, now: number): Action {
  switch (event.type) {
    case 'registrationChanged':
      return SoftphoneActions.registrationChanged({ registration: event.registration });
    case 'microphoneChanged':
      return SoftphoneActions.microphoneChanged({ microphone: event.microphone });
    case 'playbackChanged':
      return SoftphoneActions.playbackChanged({ playback: event.playback });
    case 'invited': {
      const { callId, callerNumber, callerName, at } = event;
      return SoftphoneActions.invited({ callId, callerNumber, callerName, at });
    }
    case 'inviteRefused': {
      const { callId, refusal, callerNumber, at } = event;
      return SoftphoneActions.inviteRefused({ callId, refusal, callerNumber, at });
    }
    case 'answered':
      return SoftphoneActions.answered({ callId: event.callId, at: event.at });
    case 'microphoneOpened':
      return SoftphoneActions.microphoneOpened({ callId: event.callId, at: event.at });
    case 'muteChanged':
      return SoftphoneActions.muteChanged({
        callId: event.callId,
        muted: event.muted,
        cause: event.cause ?? (event.muted ? 'operator' : null),
        at: now,
      });
    case 'ended': {
      const { callId, by, answered, cause, at } = event;
      return SoftphoneActions.ended({ callId, by, answered, cause, at });
    }
    case 'deviceChanged': {
      const { use, device, cause } = event;
      return SoftphoneActions.deviceChanged({ use, device, cause });
    }
    case 'qualityChanged': {
      const { callId, rating, alarms, mos, at } = event;
      return SoftphoneActions.qualityChanged({ callId, quality: { rating, alarms, mos }, at });
    }
    case 'audioProved': {
      const { callId, proof, at } = event;
      return SoftphoneActions.audioProved({ callId, proof, at });
    }
  }
}

/** What the phone reports becomes actions. */
export const takePhoneEvents = createEffect(
  (softphone = inject(Softphone), clock = inject(Clock)) =>
    softphone.events.pipe(map((event) => softphoneAction(event, clock.monotonic()))),
  { functional: true },
);

/** What the operator does with the phone itself. */
export const workThePhone = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    softphone = inject(Softphone),
    connection = inject(AgentConnection),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    vault = inject(AccountVault),
    report = injectFaultReport(),
  ) => {
    /** A phone that was left to another sign-in is off: nothing less than a start brings it back. */
    const wakePhone = (): void => {
      const isOff = desk.context().softphone.registration.status === 'off';
      if (isOff && vault.account !== null) softphone.start(vault.account.sip);
      else softphone.registerNow();
    };

    return actions.pipe(
      ofType(
        CommandActions.answer,
        CommandActions.sendDigits,
        CommandActions.retryNow,
        CommandActions.reopenMicrophone,
        CommandActions.unlockPlayback,
        CommandActions.chooseDevice,
        CommandActions.testSound,
        CommandActions.allowNotices,
        AgentActions.callStarted,
        AgentActions.callRetrieved,
      ),
      survive(report, (action) => {
        const { call } = desk.context().softphone;
        switch (action.type) {
          case CommandActions.answer.type:
            if (call) softphone.answer(call.callId);
            break;
          case CommandActions.sendDigits.type:
            if (call) softphone.sendDigits(call.callId, action.digits);
            break;
          case CommandActions.retryNow.type:
            connection.retryNow();
            wakePhone();
            break;
          case CommandActions.reopenMicrophone.type:
            softphone.reopenMicrophone();
            break;
          case CommandActions.unlockPlayback.type:
            softphone.unlockPlayback();
            break;
          case CommandActions.chooseDevice.type:
            softphone.chooseDevice(action.use, action.deviceId);
            break;
          case CommandActions.testSound.type:
            softphone.testSound(action.use);
            break;
          case CommandActions.allowNotices.type:
            softphone.allowNotices();
            break;
          // The conversation begins, or goes on: ringing and the silence of a hold before it prove nothing.
          case AgentActions.callStarted.type:
          case AgentActions.callRetrieved.type:
            if (call) softphone.proveAudio(call.callId);
            break;
        }
        return EMPTY;
      }),
    );
  },
  { functional: true, dispatch: false },
);
