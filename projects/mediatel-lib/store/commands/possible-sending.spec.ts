import { StoreHarness } from 'mediatel-lib/testing';
import { CommandActions } from '../state/command-actions';
import { possibleSending } from './possible-sending';

const { setMuted, takePause, saveCallCodes } = CommandActions;
const saving = { callTraceID: '7', callNumber: 2, codeIds: ['1'] };

describe('possibleSending', () => {
  it.each([
    ['STATE_IDLE', CommandActions.makeCall({ phoneNumber: '066' }), { name: 'makeCall', phoneNumber: '066' }],
    ['STATE_IDLE', CommandActions.logOut(), { name: 'logOut' }],
    ['STATE_IDLE', CommandActions.setPredictive({ on: true }), { name: 'predictive', on: true }],
    ['STATE_IDLE', takePause({ pauseId: '4' }), { name: 'pause', pauseId: '4' }],
    ['STATE_CALL_ACTIVE', CommandActions.hangUp(), { name: 'hangUp' }],
    ['STATE_CALL_ACTIVE', setMuted({ muted: true }), { name: 'mute', muted: true }],
    ['STATE_CLERICAL', saveCallCodes({ ...saving, codeIds: ['1', '1'] }), { name: 'saveCallCodes', ...saving }],
  ] as const)('in %s: %o', async (state, action, command) => {
    const harness = new StoreHarness();
    await harness.signIn(state);
    expect(possibleSending(action, harness.state)).toMatchObject(command);
  });

  it.each([
    ['a pause after the call', takePause({ pauseId: '4' })],
    ['the end of such a pause', CommandActions.cancelNextPause()],
    ['a mute of the phone alone', setMuted({ muted: true })],
  ] as const)('is none for %s, which the state shows', async (_, action) => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.snapshot('STATE_CALL_ACTIVE', { availableCommand: [] });
    expect(possibleSending(action, harness.state)).toBeNull();
  });
});
