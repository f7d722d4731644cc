import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import { FakeClock } from 'mediatel-lib/testing';
import { recordOf } from 'test-kit';
import { type FakeHub, answersArrive, fakeHub } from '../hub/fake-hub.fixture';
import { type OperatorEntry, MediatelOperators } from '../hub/operators';
import { OperatorRequests, outcomeShown } from './operator-requests';

describe('OperatorRequests', () => {
  let hub: FakeHub;
  let requests: OperatorRequests;
  let entry: OperatorEntry;
  const state = (changes: Parameters<typeof recordOf>[0], seq: number): void =>
    hub.show([recordOf(changes, { receivedAt: hub.clock, confirmedAt: hub.clock, seq })]);
  const shown = (): string | undefined => requests.outcomeOf('301')?.outcome.outcome;

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    hub = await fakeHub();
    state({}, 1);
    entry = TestBed.inject(MediatelOperators).get('301')!;
    requests = TestBed.inject(OperatorRequests);
  });
  afterEach(() => jest.useRealTimers());

  it('keeps the outcome for 10 s', async () => {
    void requests.send(entry, { kind: 'logout' });
    expect(shown()).toBe('sending');
    await answersArrive();
    expect(requests.outcomeOf('301')).toEqual({ who: 'Olena Kovalenko', kind: 'logout', outcome: { outcome: 'sent' } });
    jest.advanceTimersByTime(outcomeShown - 1);
    expect([shown(), requests.latest()?.who]).toEqual(['sent', 'Olena Kovalenko']);
    jest.advanceTimersByTime(1);
    expect([shown(), requests.latest()]).toEqual([undefined, null]);
  });

  it('sends a request once, however often it is pressed, until its outcome is there', async () => {
    let answer: (outcome: SupervisorRequestOutcome) => void = () => undefined;
    const sent: string[] = [];
    hub.request = (operator) => {
      sent.push(operator);
      return new Promise((resolve) => (answer = resolve));
    };
    void requests.send(entry, { kind: 'logout' });
    void requests.send(entry, { kind: 'logout' });
    expect(sent).toEqual(['301']);
    void requests.send(entry, { kind: 'message', text: 'Hello' });
    expect(sent).toEqual(['301', '301']);
    answer({ outcome: 'shown' });
    await answersArrive();
    TestBed.inject(FakeClock).advance(500);
    void requests.send(entry, { kind: 'message', text: 'Hello' });
    void requests.send(entry, { kind: 'logout' });
    expect(sent).toEqual(['301', '301', '301']);
  });

  it('takes the second half of a double click for the same press, although the outcome is there already', async () => {
    state({ state: 'STATE_PAUSE', status: 'pause', pause: 'Lunch' }, 2);
    await requests.send(entry, { kind: 'endPause' });
    TestBed.inject(FakeClock).advance(499);
    await requests.send(entry, { kind: 'endPause' });
    expect([hub.requests.length, shown()]).toEqual([1, 'sent']);
    // The first success stays on the screen: the pause that it ended is no reason to say that nothing was sent.
    state({}, 3);
    await requests.send(entry, { kind: 'endPause' });
    expect([hub.requests.length, shown()]).toEqual([1, 'sent']);
    TestBed.inject(FakeClock).advance(1);
    await requests.send(entry, { kind: 'endPause' });
    expect([hub.requests.length, shown()]).toEqual([1, 'unsent']);
  });

  it('says that nobody knows whether it was done if the hub was lost meanwhile', async () => {
    hub.request = () => {
      hub.status.set('reconnecting');
      return Promise.resolve({ outcome: 'away' });
    };
    await requests.send(entry, { kind: 'logout' });
    expect(shown()).toBe('unanswered');
  });

  it('says that the operator has left the board, to a question that was put before', async () => {
    hub.show([recordOf({}, { id: '302', receivedAt: hub.clock, confirmedAt: hub.clock, seq: 9 })]);
    await requests.send(entry, { kind: 'logout' });
    expect(hub.requests).toEqual([]);
    expect(requests.outcomeOf('301')?.outcome).toEqual({ outcome: 'unsent', block: 'left' });
  });

  it('sends nothing once the state has changed, and says so', async () => {
    expect(requests.blockOf(entry, 'logout')).toBeNull();
    state({ state: 'STATE_CALL_ACTIVE', status: 'in_a_call' }, 2);
    await requests.send(entry, { kind: 'logout' });
    expect(hub.requests).toEqual([]);
    expect(requests.outcomeOf('301')?.outcome).toEqual({ outcome: 'unsent', block: 'inCall' });
  });

  it('sends nothing while the hub is away, and does not blame the desk', async () => {
    hub.status.set('reconnecting');
    await requests.send(entry, { kind: 'message', text: 'Hello' });
    expect(hub.requests).toEqual([]);
    expect(requests.outcomeOf('301')?.outcome).toEqual({ outcome: 'unsent', block: 'noHub' });
  });

  it('sends nothing to a desk that is silent', async () => {
    hub.show([recordOf({}, { confidence: 'unconfirmed', seq: 3 })]);
    await requests.send(entry, { kind: 'message', text: 'Hello' });
    expect(hub.requests).toEqual([]);
    expect(requests.outcomeOf('301')?.outcome).toEqual({ outcome: 'unsent', block: 'silent' });
  });
});
