import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { AgentConnection, Clock, Softphone, type SoftphoneEvent } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, map } from 'rxjs';
import { CommandActions } from './command-actions';
import { CommandDesk } from './command-desk';
import { RARE_ACTIONS } from './rare-actions';
import { injectFaultReport } from './report-fault';
import { SoftphoneActions } from './softphone-actions';
import { survive } from './survive';

function softphoneAction(event: SoftphoneEvent, now: number): Action | null {
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
      return SoftphoneActions.muteChanged({ callId: event.callId, muted: event.muted, at: now });
    case 'ended': {
      const { callId, by, answered, cause, at } = event;
      return SoftphoneActions.ended({ callId, by, answered, cause, at });
    }
    case 'deviceChanged':
    case 'qualityChanged':
    case 'audioProved':
      return null;
  }
}

/** What the phone reports becomes actions. */
export const takePhoneEvents = createEffect(
  (softphone = inject(Softphone), clock = inject(Clock)) =>
    softphone.events.pipe(
      map((event) => softphoneAction(event, clock.monotonic())),
      filter((action) => action !== null),
    ),
  { functional: true },
);

/** What the operator does with the phone itself. */
export const workThePhone = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    softphone = inject(Softphone),
    connection = inject(AgentConnection),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    report = injectFaultReport(),
  ) =>
    actions.pipe(
      ofType(
        CommandActions.answer,
        CommandActions.sendDigits,
        CommandActions.retryNow,
        CommandActions.reopenMicrophone,
        CommandActions.unlockPlayback,
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
            softphone.registerNow();
            break;
          case CommandActions.reopenMicrophone.type:
            softphone.reopenMicrophone();
            break;
          case CommandActions.unlockPlayback.type:
            softphone.unlockPlayback();
            break;
        }
        return EMPTY;
      }),
    ),
  { functional: true, dispatch: false },
);
