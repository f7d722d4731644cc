import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from '../../effects-loader';
import { CommandActions } from '../../state/command-actions';

beforeAll(preloadEffects);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const availableCommand = ['CMD_PREDICTIVE', 'CMD_MUTE'];

const toggles = [
  ['predictive', 'predictive', 'predictiveStatus', (on: boolean) => CommandActions.setPredictive({ on })],
  ['mute', 'muteCall', 'mute', (on: boolean) => CommandActions.setMuted({ muted: on })],
] as const;

describe.each(toggles)('%s, whose request stayed unanswered', (_, request, field, set) => {
  let harness: StoreHarness;
  const shows = (on: boolean): void => harness.snapshot('STATE_CALL_ACTIVE', { availableCommand, [field]: on ? 1 : 0 });
  const press = (on: boolean): void => harness.dispatch(set(on));

  beforeEach(async () => {
    harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE', { availableCommand });
    harness.softphone.invite('a');
    harness.connection.takeSent();
    press(true);
    jest.advanceTimersByTime(6000);
    harness.connection.takeSent();
  });

  it('ends as wanted if it is pressed again and both requests arrive late', () => {
    press(true);
    expect(harness.connection.takeSent()).toEqual([request]);
    shows(true);
    expect(harness.connection.takeSent()).toEqual([]);
    shows(false);
    expect(harness.connection.takeSent()).toEqual([request]);
    shows(true);
    expect(harness.connection.takeSent()).toEqual([]);
    // From now on somebody else toggles it.
    shows(false);
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('is left alone if it is pressed again, the first request was lost and somebody else toggles it later', () => {
    press(true);
    harness.connection.takeSent();
    shows(true);
    jest.advanceTimersByTime(10_000);
    shows(false);
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('follows the operator’s next press after it was pressed again', () => {
    press(true);
    shows(true);
    harness.connection.takeSent();
    press(false);
    shows(false);
    expect(harness.connection.takeSent()).toEqual([request]);
  });

  it('is undone when it arrives late and is no longer wanted', () => {
    press(false);
    expect(harness.connection.takeSent()).toEqual([]);
    shows(true);
    expect(harness.connection.takeSent()).toEqual([request]);
  });
});
