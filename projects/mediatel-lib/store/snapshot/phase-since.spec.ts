import { StoreHarness } from 'mediatel-lib/testing';
import { AgentActions } from '../state/agent-actions';
import { preloadEffects } from '../effects-loader';
import { createPauseLimitSelector } from '../selectors/pause-selectors';

beforeAll(preloadEffects);

const passing = ['STATE_MUTE', 'STATE_DIALPAD', 'STATE_PREDICTIVE', 'STATE_PAUSE_LIST', 'STATE_CRT_DETAILS'];

/** A snapshot whose state began at `time`, sent a second later. */
const at = (time: number, fields = {}) => ({ time, serverTime: time + 1000, ...fields });

describe('a passing state', () => {
  it.each(passing)('%s restarts no pause: its limit counts on', async (state) => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_PAUSE', at(1_000_000, { pauseId: '4' }));
    const limit = harness.store.selectSignal(createPauseLimitSelector({ 4: 600 }));
    harness.snapshot(state, at(1_500_000, { pauseId: '4' }));
    expect(limit()).toEqual({ startedAt: 1_000_000, seconds: 600 });
    harness.snapshot('STATE_PAUSE', at(1_501_000, { pauseId: '4' }));
    expect(limit()).toEqual({ startedAt: 1_000_000, seconds: 600 });
  });

  it.each(passing)('%s restarts no after-call work: its end is the time-out', async (state) => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CLERICAL', at(1_000_000));
    harness.snapshot(state, at(1_020_000, { callTraceID: '1185574264' }));
    harness.snapshot('STATE_CLERICAL', at(1_021_000));
    harness.snapshot('STATE_IDLE', at(1_030_000));
    const ended = harness.actions.find((action) => action.type === AgentActions.clericalEnded.type);
    expect(ended).toMatchObject({ startedAt: 1_000_000, endedAt: 1_030_000 });
  });
});

it('a pause first seen in a transient state begins at the pause’s own time', async () => {
  const harness = new StoreHarness();
  await harness.signIn('STATE_MUTE', at(1_500_000, { pauseId: '4', status: 'pause' }));
  harness.snapshot('STATE_PAUSE', at(1_000_000, { pauseId: '4' }));
  expect(harness.state.agent).toMatchObject({ phase: 'paused', phaseSince: 1_000_000 });
});

describe('a phase starts a new time', () => {
  it.each([
    ['with another reason for the pause', { pauseId: '6' }],
    ['where the server says so of a lasting state', { pauseId: '4' }],
  ])('%s', async (_what, fields) => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_PAUSE', at(1_000_000, { pauseId: '4' }));
    harness.snapshot('STATE_PAUSE', at(1_200_000, fields));
    expect(harness.state.agent.phaseSince).toBe(1_200_000);
  });

  it('after a reconnect out of a passing state', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_PAUSE', at(1_000_000, { pauseId: '4' }));
    harness.snapshot('STATE_MUTE', at(1_100_000, { pauseId: '4' }));
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_PAUSE', at(1_900_000, { pauseId: '4' }));
    expect(harness.state.agent.phaseSince).toBe(1_900_000);
  });

  it('with another call’s after-call work', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CLERICAL', at(1_000_000));
    harness.snapshot('STATE_CLERICAL', at(1_100_000, { callTraceID: '2' }));
    expect(harness.state.agent.phaseSince).toBe(1_100_000);
  });
});
