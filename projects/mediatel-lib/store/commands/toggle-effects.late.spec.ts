import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from '../effects-loader';
import { CommandActions } from '../state/command-actions';

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

  it('pressed again, ends as wanted where both come late', () => {
    press(true);
    expect(harness.connection.takeSent()).toEqual([request]);
    shows(true);
    expect(harness.connection.takeSent()).toEqual([]);
    shows(false);
    expect(harness.connection.takeSent()).toEqual([request]);
    shows(true);
    expect(harness.connection.takeSent()).toEqual([]);
    // Turned by somebody else from now on.
    shows(false);
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('pressed again, is left as it is where the first was lost and somebody else turns it later', () => {
    press(true);
    harness.connection.takeSent();
    shows(true);
    jest.advanceTimersByTime(10_000);
    shows(false);
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('pressed again, is the operator’s to turn from then on', () => {
    press(true);
    shows(true);
    harness.connection.takeSent();
    press(false);
    shows(false);
    expect(harness.connection.takeSent()).toEqual([request]);
  });

  it('not wanted any more, is taken back when it comes late', () => {
    press(false);
    expect(harness.connection.takeSent()).toEqual([]);
    shows(true);
    expect(harness.connection.takeSent()).toEqual([request]);
  });
});
