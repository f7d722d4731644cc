import { createFeature, createReducer, on } from '@ngrx/store';
import { SoftphoneActions, type SoftphoneEventFields } from './softphone-actions';
import { type CallSound, type SipCall, type SoftphoneState, initialSoftphoneState, noSound } from './softphone-state';

/** Changes the call if it has this id. Events of earlier calls change nothing. */
const ofCall = (
  state: SoftphoneState,
  callId: string,
  change: (call: NonNullable<SoftphoneState['call']>) => SoftphoneState['call'],
): SoftphoneState => (state.call?.callId === callId ? { ...state, call: change(state.call) } : state);

const ofSound = (state: SoftphoneState, callId: string, change: Partial<CallSound>): SoftphoneState =>
  state.call?.callId === callId ? { ...state, sound: { ...state.sound, ...change } } : state;

/** A call of which nothing is proved yet. `more`: what differs from one that begins to ring. */
const withCall = (
  state: SoftphoneState,
  { callId, callerNumber, callerName, at }: SoftphoneEventFields<'invited'>,
  more: Partial<SipCall> = {},
): SoftphoneState => ({
  ...state,
  call: {
    callId,
    callerNumber,
    callerName,
    invitedAt: at,
    answeredAt: null,
    microphoneOpenedAt: null,
    muted: false,
    mutedAt: at,
    ...more,
  },
  sound: noSound,
});

/** The store feature `mediatelSoftphone`. */
export const softphoneFeature = createFeature({
  name: 'mediatelSoftphone',
  reducer: createReducer(
    initialSoftphoneState,
    on(SoftphoneActions.registrationChanged, (state, { registration }): SoftphoneState => ({ ...state, registration })),
    on(SoftphoneActions.microphoneChanged, (state, { microphone }): SoftphoneState => ({ ...state, microphone })),
    on(SoftphoneActions.playbackChanged, (state, { playback }): SoftphoneState => ({ ...state, playback })),
    on(SoftphoneActions.invited, (state, invitation) => withCall(state, invitation)),
    on(SoftphoneActions.resumed, (state, call) =>
      withCall(state, call, {
        invitedAt: call.answeredAt,
        answeredAt: call.answeredAt,
        microphoneOpenedAt: call.at,
        muted: call.muted,
        isReturning: true,
      }),
    ),
    on(SoftphoneActions.reconnected, (state, { callId }) =>
      ofCall(state, callId, ({ isReturning: _, ...call }) => call),
    ),
    on(SoftphoneActions.inviteRefused, (state, { callId, refusal, callerNumber, at }): SoftphoneState => ({
      ...state,
      lastRefused: { callId, refusal, callerNumber, at },
    })),
    on(SoftphoneActions.answered, (state, { callId, at }) =>
      ofCall(state, callId, (call) => ({ ...call, answeredAt: call.answeredAt ?? at })),
    ),
    on(SoftphoneActions.microphoneOpened, (state, { callId, at }) =>
      ofCall(state, callId, (call) => ({ ...call, microphoneOpenedAt: at })),
    ),
    on(SoftphoneActions.muteChanged, (state, { callId, muted, cause, at }) =>
      ofSound(
        ofCall(state, callId, (call) => ({ ...call, muted, mutedAt: at })),
        callId,
        { muteCause: cause },
      ),
    ),
    on(SoftphoneActions.deviceChanged, (state, { use, device, cause }): SoftphoneState => ({
      ...state,
      devices: { ...state.devices, [use]: { device, cause } },
    })),
    on(SoftphoneActions.qualityChanged, (state, { callId, quality }) => ofSound(state, callId, { quality })),
    on(SoftphoneActions.audioProved, (state, { callId, proof }) => ofSound(state, callId, { proof })),
    on(SoftphoneActions.notReadyChanged, (state, { notReady }): SoftphoneState => ({ ...state, notReady })),
    on(SoftphoneActions.ended, (state, { callId, by, answered, cause, at }): SoftphoneState => {
      const mine = state.call?.callId === callId;
      const callerNumber = mine ? (state.call?.callerNumber ?? null) : null;
      return {
        ...state,
        call: mine ? null : state.call,
        sound: mine ? noSound : state.sound,
        lastEnded: { callId, callerNumber, by, answered, cause, at },
      };
    }),
    on(SoftphoneActions.graceEnded, (state, { at }): SoftphoneState => ({ ...state, reconciledAt: at })),
  ),
});

/** Selects the phone's state. */
export const selectSoftphone = softphoneFeature.selectMediatelSoftphoneState;
