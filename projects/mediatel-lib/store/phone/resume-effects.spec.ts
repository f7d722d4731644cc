import { jest } from '@jest/globals';
import type { CallMediaFlow, MediaFlowState } from 'mediatel-lib/ports';
import { TestBed } from '@angular/core/testing';
import { StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from '../effects-loader';
import { commandRefusal } from '../selectors/command-refusal';
import { CommandActions } from '../state/command-actions';
import { selectSoftphone } from '../state/softphone-feature';

beforeAll(preloadEffects);
beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
});
afterEach(() => jest.useRealTimers());

const heard: MediaFlowState = { audibility: 'heard', reason: null };
const nothing: MediaFlowState = { audibility: 'no-packets', reason: 'no-packets' };
const proving: MediaFlowState = { audibility: 'proving', reason: null };

/** A page that was loaded while Mediatel has the operator in a call. */
async function returning(state = 'STATE_CALL_ACTIVE') {
  const harness = new StoreHarness();
  await harness.signIn(state);
  harness.connection.takeSent();
  const { softphone } = harness;
  softphone.report({
    ...{ type: 'resumed', callId: 'a', callerNumber: '0661234501', callerName: null },
    ...{ answeredAt: -60_000, muted: true, at: 0 },
  });
  return {
    harness,
    sent: () => harness.connection.takeSent(),
    phone: harness.store.selectSignal(selectSoftphone),
    reconnect: () => softphone.report({ type: 'reconnected', callId: 'a', at: 0 }),
    prove: (incoming: MediaFlowState, outgoing = incoming) => {
      const proof: CallMediaFlow = { incoming, outgoing, received: null };
      softphone.report({ type: 'audioProved', callId: 'a', proof, at: 0 });
    },
  };
}

it('takes up the call as it was: answered then, muted, with its caller, and returning until its path is up', async () => {
  const { phone, reconnect } = await returning();
  const call = { callId: 'a', callerNumber: '0661234501', answeredAt: -60_000, invitedAt: -60_000, muted: true };
  expect(phone().call).toMatchObject({ ...call, isReturning: true });
  reconnect();
  expect(phone().call).toMatchObject(call);
  expect(phone().call).not.toHaveProperty('isReturning');
});

it('does nothing when the sound is back in time, also if it goes later', async () => {
  const { prove, reconnect, sent } = await returning();
  prove(proving);
  reconnect();
  prove(heard);
  jest.advanceTimersByTime(10_000);
  prove(nothing);
  jest.advanceTimersByTime(10_000);
  expect(sent()).toEqual([]);
});

it('holds the customer after 3 s without a path, and retrieves once when there is one', async () => {
  const { harness, prove, reconnect, sent } = await returning();
  jest.advanceTimersByTime(2999);
  expect(sent()).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(sent()).toEqual(['holdCall']);
  harness.snapshot('STATE_HOLD');
  prove(proving);
  expect(sent()).toEqual([]);
  reconnect();
  expect(sent()).toEqual(['retrieveCall']);
  harness.snapshot('STATE_CALL_ACTIVE');
  prove(nothing);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(sent()).toEqual([]);
});

it('holds the customer once Mediatel’s link is up, if it comes later than 3 s', async () => {
  const harness = new StoreHarness();
  await harness.session.signIn();
  const call = { callId: 'a', callerNumber: null, callerName: null, answeredAt: -60_000, muted: false, at: 0 };
  harness.softphone.report({ type: 'resumed', ...call });
  await jest.advanceTimersByTimeAsync(4000);
  harness.connect();
  harness.connection.takeSent();
  harness.snapshot('STATE_CALL_ACTIVE');
  await jest.advanceTimersByTimeAsync(0);
  expect(harness.connection.takeSent()).toEqual(['holdCall']);
});

it('holds the customer when the link is back, not before', async () => {
  const { harness, sent } = await returning();
  harness.disconnect();
  await jest.advanceTimersByTimeAsync(5000);
  expect(sent()).toEqual([]);
  harness.connect();
  harness.snapshot('STATE_CALL_ACTIVE');
  await jest.advanceTimersByTimeAsync(0);
  expect(sent()).toContain('holdCall');
});

it('leaves the operator’s hold alone if its own could not be sent', async () => {
  const { harness, prove, reconnect, sent } = await returning();
  harness.disconnect();
  await jest.advanceTimersByTimeAsync(5000);
  reconnect();
  prove(heard);
  harness.connect();
  harness.snapshot('STATE_CALL_ACTIVE');
  await jest.advanceTimersByTimeAsync(10_000);
  sent();
  harness.snapshot('STATE_HOLD');
  prove(heard);
  expect(sent()).toEqual([]);
});

it('leaves the operator’s hold alone if Mediatel did not allow its own', async () => {
  const { harness, reconnect, sent } = await returning();
  harness.snapshot('STATE_CALL_ACTIVE', { availableCommand: [] });
  await jest.advanceTimersByTimeAsync(3000);
  reconnect();
  harness.snapshot('STATE_HOLD');
  expect(sent()).toEqual([]);
});

it.each([
  ['the operator does not hear', nothing, heard],
  ['the customer does not hear', heard, nothing],
])('holds the customer when the path is up but %s', async (_, incoming, outgoing) => {
  const { prove, reconnect, sent } = await returning();
  reconnect();
  await jest.advanceTimersByTimeAsync(2900);
  prove(incoming, outgoing);
  await jest.advanceTimersByTimeAsync(0);
  expect(sent()).toEqual(['holdCall']);
});

it('holds nobody before another tab can have taken a moved call back, which it does after 2.5 s', async () => {
  const { prove, sent } = await returning();
  await jest.advanceTimersByTimeAsync(2500);
  prove(nothing);
  await jest.advanceTimersByTimeAsync(299);
  expect(sent()).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(sent()).toEqual(['holdCall']);
});

it('leaves a hold of the operator alone', async () => {
  const { reconnect, sent } = await returning('STATE_HOLD');
  await jest.advanceTimersByTimeAsync(3000);
  reconnect();
  expect(sent()).toEqual([]);
});

it('does not retrieve a call that the operator retrieved, or one that is over', async () => {
  const { harness, reconnect, sent } = await returning();
  await jest.advanceTimersByTimeAsync(3000);
  harness.snapshot('STATE_HOLD');
  harness.snapshot('STATE_CALL_ACTIVE');
  sent();
  reconnect();
  expect(sent()).toEqual([]);
});

it('retrieves the customer whose hold was confirmed only after the sound was back', async () => {
  const { harness, reconnect, sent } = await returning();
  await jest.advanceTimersByTimeAsync(3000);
  expect(sent()).toEqual(['holdCall']);
  reconnect();
  expect(sent()).toEqual([]);
  harness.snapshot('STATE_HOLD');
  expect(sent()).toEqual(['retrieveCall']);
});

it('leaves a later hold of the operator alone', async () => {
  const { harness, reconnect, sent } = await returning();
  await jest.advanceTimersByTimeAsync(3000);
  harness.snapshot('STATE_HOLD');
  harness.snapshot('STATE_CALL_ACTIVE');
  reconnect();
  harness.snapshot('STATE_HOLD');
  expect(sent()).toEqual(['holdCall']);
});

describe('its hold that Mediatel never carried out', () => {
  it.each([true, false])('does not end a later hold of the operator; link lost meanwhile: %s', async (isLinkLost) => {
    const { harness, prove, reconnect, sent } = await returning();
    await jest.advanceTimersByTimeAsync(3000);
    expect(sent()).toEqual(['holdCall']);
    if (isLinkLost) {
      harness.disconnect();
      harness.connect();
      harness.snapshot('STATE_CALL_ACTIVE');
    }
    reconnect();
    prove(heard);
    await jest.advanceTimersByTimeAsync(60_000);
    harness.snapshot('STATE_CALL_ACTIVE');
    sent();
    harness.store.dispatch(CommandActions.hold());
    harness.snapshot('STATE_HOLD');
    prove(heard);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent()).toEqual(['holdCall']);
    TestBed.resetTestingModule();
    const next = await returning('STATE_HOLD');
    next.reconnect();
    next.prove(heard);
    expect(next.sent()).toEqual([]);
  });
});

it('retrieves three times if Mediatel answers nothing: then the operator can restart the agent', async () => {
  const { harness, prove, reconnect, sent } = await returning();
  await jest.advanceTimersByTimeAsync(3000);
  harness.snapshot('STATE_HOLD');
  sent();
  reconnect();
  for (let time = 0; time < 30; time += 1) {
    prove(heard);
    // The agent is there, and does nothing.
    harness.snapshot('STATE_HOLD');
    await jest.advanceTimersByTimeAsync(1000);
  }
  expect(sent()).toEqual(['retrieveCall', 'retrieveCall', 'retrieveCall']);
  expect(commandRefusal(harness.state, 'restartAgent')).toBeNull();
  // Later holds are the operator's, also on the next page.
  harness.snapshot('STATE_CALL_ACTIVE');
  harness.snapshot('STATE_HOLD');
  TestBed.resetTestingModule();
  const next = await returning('STATE_HOLD');
  next.reconnect();
  expect([...sent(), ...next.sent()]).toEqual([]);
});

it.each([
  ['failure', false, ['holdCall']],
  ['failure', true, []],
  ['server', false, []],
] as const)(
  'ended by %s, reconnected before: %s: holds the customer whom Mediatel still has: %j',
  async (by, isBack, commands) => {
    const { harness, reconnect, sent } = await returning();
    if (isBack) reconnect();
    harness.softphone.report({ type: 'ended', callId: 'a', by, answered: true, cause: 'unknown', at: 0 });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent()).toEqual(commands);
  },
);

it('holds the customer of a call that was given up before Mediatel’s link is back', async () => {
  const { harness, sent } = await returning();
  harness.disconnect();
  harness.softphone.report({
    ...{ type: 'ended', callId: 'a', by: 'failure', answered: true, cause: 'unknown', at: 0 },
  });
  await jest.advanceTimersByTimeAsync(5000);
  harness.connect();
  harness.snapshot('STATE_CALL_ACTIVE');
  await jest.advanceTimersByTimeAsync(0);
  expect(sent()).toContain('holdCall');
});

describe('a customer that the library put on hold', () => {
  /** The page has put the customer on hold, and is loaded again. */
  const reloaded = async (state: string) => {
    const before = await returning();
    await jest.advanceTimersByTimeAsync(3000);
    expect(before.sent()).toEqual(['holdCall']);
    before.harness.snapshot('STATE_HOLD');
    TestBed.resetTestingModule();
    return returning(state);
  };

  it('is retrieved by the next page, whose sound is back', async () => {
    const { prove, reconnect, sent } = await reloaded('STATE_HOLD');
    prove(proving);
    await jest.advanceTimersByTimeAsync(500);
    expect(sent()).toEqual([]);
    reconnect();
    expect(sent()).toEqual(['retrieveCall']);
  });

  it('is retrieved by the next page, to which Mediatel confirms the hold', async () => {
    const { harness, reconnect, sent } = await reloaded('STATE_CALL_ACTIVE');
    reconnect();
    await jest.advanceTimersByTimeAsync(500);
    harness.snapshot('STATE_HOLD');
    expect(sent()).toEqual(['retrieveCall']);
  });

  it('is retrieved once: the next page leaves the operator’s holds alone', async () => {
    const { harness, reconnect, sent } = await reloaded('STATE_HOLD');
    reconnect();
    harness.snapshot('STATE_CALL_ACTIVE');
    sent();
    harness.snapshot('STATE_HOLD');
    TestBed.resetTestingModule();
    const third = await returning('STATE_HOLD');
    third.reconnect();
    expect([...sent(), ...third.sent()]).toEqual([]);
  });

  it('is left alone if somebody retrieved the call while no page was there', async () => {
    const { harness, prove, reconnect, sent } = await reloaded('STATE_CALL_ACTIVE');
    reconnect();
    prove(heard);
    await jest.advanceTimersByTimeAsync(3000);
    harness.snapshot('STATE_HOLD');
    expect(sent()).toEqual([]);
  });

  it('is retrieved once the link is back, if that comes after the sound', async () => {
    const { harness, reconnect, sent } = await returning();
    await jest.advanceTimersByTimeAsync(3000);
    harness.snapshot('STATE_HOLD');
    harness.disconnect();
    reconnect();
    sent();
    harness.connect();
    expect(sent()).not.toContain('retrieveCall');
    harness.snapshot('STATE_HOLD');
    expect(sent()).toContain('retrieveCall');
  });

  it('is retrieved again if the link was lost before Mediatel had retrieved the call', async () => {
    const { harness, prove, reconnect, sent } = await returning();
    await jest.advanceTimersByTimeAsync(3000);
    harness.snapshot('STATE_HOLD');
    reconnect();
    prove(proving);
    prove(heard);
    expect(sent()).toEqual(['holdCall', 'retrieveCall']);
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_HOLD');
    sent();
    await jest.advanceTimersByTimeAsync(5000);
    expect(sent()).toEqual(['retrieveCall']);
    harness.snapshot('STATE_CALL_ACTIVE');
    harness.snapshot('STATE_HOLD');
    prove(proving);
    expect(sent()).toEqual([]);
  });
});
