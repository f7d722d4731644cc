import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { type CallQuality, LeaderTab, type MediaFlowStatus, type SoftphoneEvent } from 'mediatel-lib/ports';
import { FakeLeaderTab, StoreHarness } from 'mediatel-lib/testing';
import { MEDIATEL_CALL_CONTACT_HANDLER, type CallContact, type CallContactHandler } from './call-contact';
import { afterEvent, newSipTrace, unknownReport } from './call-report';
import { CallDrafts } from '../drafts/call-drafts';
import { preloadEffects } from '../effects-loader';
import { CommandActions } from '../state/command-actions';

const unknownDirection = { proof: null, mos: null, worstMos: null, lossShare: null };
const callTraceID = '1185574264';

const quality = (change: Partial<Omit<CallQuality, 'callId'>>): Omit<CallQuality, 'callId'> => ({
  mos: 4.4,
  roundTrip: 40,
  jitter: 1,
  bufferDelay: 40,
  packetsLost: 0,
  lossShare: 0,
  concealedShare: 0,
  sent: null,
  rating: 'good',
  alarms: [],
  ...change,
});
const flow = (incoming: MediaFlowStatus, outgoing: MediaFlowStatus) => ({
  incoming: { audibility: incoming, reason: null },
  outgoing: { audibility: outgoing, reason: null },
  received: null,
});

let contacts: CallContact[];
let errors: unknown[];

function prepare(handler: CallContactHandler = (contact) => contacts.push(contact), tab = new FakeLeaderTab()) {
  contacts = [];
  errors = [];
  localStorage.clear();
  return new StoreHarness({ autoAnswer: 'always' }, [
    { provide: MEDIATEL_CALL_CONTACT_HANDLER, useValue: handler },
    { provide: LeaderTab, useValue: tab },
    { provide: ErrorHandler, useValue: { handleError: (error: unknown) => errors.push(error) } },
  ]);
}

async function inCall(harness: StoreHarness): Promise<void> {
  await harness.signIn('STATE_IDLE');
  harness.snapshot('STATE_CALL_DELIVERED');
  harness.softphone.invite('a');
  harness.snapshot('STATE_CALL_ACTIVE');
}

function finish(harness: StoreHarness): void {
  harness.snapshot('STATE_CLERICAL');
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
}

const measure = (harness: StoreHarness, change: Partial<Omit<CallQuality, 'callId'>>): void => {
  harness.softphone.rate(quality(change));
  TestBed.tick();
};

beforeAll(preloadEffects);
afterEach(() => jest.useRealTimers());

describe('the call report in a contact', () => {
  it('has the quality each way, the proofs, the holds, the first sound and who hung up', async () => {
    const harness = prepare();
    await inCall(harness);
    harness.clock.advance(400);
    harness.softphone.prove(flow('heard', 'silent'));
    measure(harness, { mos: 4, lossShare: 0.02, sent: { mos: 3, lossShare: 0.1 } });
    measure(harness, { mos: 3, lossShare: 0.04, sent: { mos: 2, lossShare: 0.3 } });
    harness.snapshot('STATE_HOLD');
    harness.clock.advance(7000);
    harness.softphone.prove(flow('silent', 'heard'));
    harness.snapshot('STATE_CALL_ACTIVE');
    harness.snapshot('STATE_HOLD');
    harness.clock.advance(2000);
    harness.dispatch(CommandActions.hangUp());
    harness.softphone.end('server');
    finish(harness);
    expect(contacts.map(({ report }) => report)).toEqual([
      {
        incoming: { proof: 'heard', mos: 3.5, worstMos: 3, lossShare: 0.03 },
        outgoing: { proof: 'heard', mos: 2.5, worstMos: 2, lossShare: 0.2 },
        holds: { count: 2, seconds: 9 },
        endedBy: 'operator',
        firstSoundAfter: 400,
      },
    ]);
  });

  it('keeps what it knows when a word of an earlier call comes late', async () => {
    const harness = prepare();
    await inCall(harness);
    harness.clock.advance(400);
    const earlier = { type: 'ended', callId: 'earlier', by: 'server', answered: true, cause: 'Bye', at: 0 } as const;
    harness.softphone.report(earlier);
    harness.softphone.prove(flow('heard', 'heard'));
    harness.softphone.end('server');
    finish(harness);
    expect(contacts[0]?.report).toMatchObject({ firstSoundAfter: 400, endedBy: 'other' });
  });

  it('of a call of which the phone measured nothing says unknown, and no holds where it saw all', async () => {
    const harness = prepare();
    await inCall(harness);
    harness.softphone.end('server');
    finish(harness);
    expect(contacts[0]?.report).toEqual({
      incoming: unknownDirection,
      outgoing: unknownDirection,
      holds: { count: 0, seconds: 0 },
      endedBy: 'other',
      firstSoundAfter: null,
    });
  });

  it('of a call without audio at all is unknown, but for its holds', async () => {
    const harness = prepare();
    await harness.signIn('STATE_IDLE');
    harness.snapshot('STATE_CALL_ACTIVE');
    finish(harness);
    expect(contacts[0]?.report).toEqual({ ...unknownReport, holds: { count: 0, seconds: 0 } });
  });

  it('knows no holds of a call that it did not see whole: joined, or with the link cut meanwhile', async () => {
    const joined = prepare();
    await joined.signIn('STATE_CALL_ACTIVE');
    finish(joined);
    expect(contacts[0]?.report.holds).toBeNull();
    TestBed.resetTestingModule();

    const cut = prepare();
    await inCall(cut);
    cut.disconnect();
    cut.connect();
    cut.snapshot('STATE_CALL_ACTIVE');
    finish(cut);
    expect(contacts[0]?.report.holds).toBeNull();
  });

  it.each([
    ['failure', 'failure'],
    ['operator', 'operator'],
    ['server', 'other'],
  ] as const)('of a SIP call that ended by %s says %s', async (by, expected) => {
    const harness = prepare();
    await inCall(harness);
    harness.softphone.end(by);
    finish(harness);
    expect(contacts[0]?.report.endedBy).toBe(expected);
  });

  it('has nothing of the call before it, nor of the next one that rings during its clerical', async () => {
    const harness = prepare();
    await inCall(harness);
    harness.softphone.prove(flow('heard', 'heard'));
    measure(harness, { mos: 2 });
    harness.dispatch(CommandActions.hangUp());
    harness.softphone.end('server');
    harness.snapshot('STATE_CLERICAL');
    harness.softphone.invite('b');
    harness.softphone.prove(flow('no-packets', 'no-packets'));
    harness.snapshot('STATE_CALL_DELIVERED', { callTraceID: '2', time: 1_005_000 });
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2', time: 1_006_000 });
    harness.softphone.end('server');
    harness.snapshot('STATE_CLERICAL', { callTraceID: '2', time: 1_007_000 });
    harness.snapshot('STATE_IDLE', { time: 1_008_000 });
    expect(contacts.map(({ report }) => report)).toMatchObject([
      { incoming: { proof: 'heard', mos: 2 }, endedBy: 'operator' },
      { incoming: { proof: 'no-packets', mos: null }, endedBy: 'other' },
    ]);
  });

  it('of a tab that led only at the end has what it saw as a follower', async () => {
    const tab = new FakeLeaderTab();
    const harness = prepare(undefined, tab);
    tab.follow();
    await inCall(harness);
    harness.softphone.report({ type: 'answered', callId: 'a', at: harness.clock.monotonic() });
    harness.softphone.prove(flow('heard', 'heard'));
    tab.lead();
    finish(harness);
    expect(contacts[0]?.report).toMatchObject({ incoming: { proof: 'heard' }, firstSoundAfter: 0, endedBy: null });
    expect(harness.softphone.answered).toEqual([]);
  });

  it('is not proved by a silence that a hold or the operator’s mute explains', () => {
    const proved = (audibility: MediaFlowStatus, reason: 'held' | 'muted' | 'no-packets'): SoftphoneEvent => ({
      type: 'audioProved',
      callId: 'a',
      proof: { ...flow('proving', 'proving'), incoming: { audibility, reason } },
      at: 0,
    });
    expect(afterEvent(newSipTrace('a'), proved('silent', 'held')).incoming.proof).toBeNull();
    expect(afterEvent(newSipTrace('a'), proved('silent', 'muted')).incoming.proof).toBeNull();
    expect(afterEvent(newSipTrace('a'), proved('no-packets', 'no-packets')).incoming.proof).toBe('no-packets');
    expect(afterEvent(newSipTrace('b'), proved('heard', 'held')).incoming.proof).toBeNull();
  });
});

describe('a handler of contacts', () => {
  const saved = async (handler: CallContactHandler): Promise<StoreHarness> => {
    jest.useFakeTimers();
    const harness = prepare(handler);
    await inCall(harness);
    harness.softphone.end('server');
    harness.snapshot('STATE_CLERICAL');
    TestBed.inject(CallDrafts).change(callTraceID, { codeIds: ['4'], note: 'will pay' });
    harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
    harness.snapshot('STATE_IDLE', { time: 1_005_000 });
    return harness;
  };
  const drafted = (): string => TestBed.inject(CallDrafts).of(callTraceID).note;

  it('that resolves has taken the draft; before that it is kept', async () => {
    let store: () => void = () => undefined;
    await saved(() => new Promise<void>((resolve) => (store = resolve)));
    expect(drafted()).toBe('will pay');
    store();
    await jest.advanceTimersByTimeAsync(0);
    expect(drafted()).toBe('');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(errors).toEqual([]);
  });

  it.each<[string, CallContactHandler]>([
    ['throws', () => JSON.parse('{') as unknown],
    ['rejects', () => Promise.reject(new Error('no'))],
    ['never settles', () => new Promise(() => undefined)],
  ])('that %s is reported once, and the draft is kept', async (_, handler) => {
    await saved(handler);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(errors).toHaveLength(1);
    expect(drafted()).toBe('will pay');
  });

  it('that rejects after its limit is reported once', async () => {
    let fail: (error: unknown) => void = () => undefined;
    await saved(() => new Promise((_, reject) => (fail = reject)));
    await jest.advanceTimersByTimeAsync(30_000);
    fail(new Error('late'));
    await jest.advanceTimersByTimeAsync(0);
    expect(errors).toHaveLength(1);
  });
});
