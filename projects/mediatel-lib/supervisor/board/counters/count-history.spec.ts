import { TestBed } from '@angular/core/testing';
import { recordOf } from 'test-kit';
import { BoardTick } from '../../hub/board-tick';
import { type FakeHub, fakeHub } from '../../hub/fake-hub.fixture';
import { CountHistory, historySpan, sampleInterval } from './count-history';

describe('CountHistory', () => {
  let hub: FakeHub;
  let history: CountHistory;
  let now: number;

  beforeEach(async () => {
    hub = await fakeHub();
    now = hub.clock;
    hub.now = () => now;
    hub.heardAt.set(now);
    history = TestBed.inject(CountHistory);
  });

  const after = (ms: number): void => {
    now += ms;
    if (hub.status() === 'connected') hub.heardAt.set(now);
    TestBed.inject(BoardTick).beat();
    TestBed.tick();
  };
  const show = (ids: readonly string[]): void =>
    hub.show(ids.map((id) => recordOf({}, { id, receivedAt: now, confirmedAt: now })));

  it('counts nothing before the first snapshot', () => {
    after(0);
    after(sampleInterval);
    expect(history.samples()).toEqual([]);
  });

  it('counts each state at most once in 10 s', () => {
    show(['1', '2']);
    after(0);
    after(sampleInterval - 1);
    expect(history.samples()).toHaveLength(1);
    after(1);
    expect(history.samples().map(({ counts }) => counts.get('available') ?? 0)).toEqual([2, 0]);
    // Nobody has reported for 10 s.
    expect(history.samples()[1]?.counts.get('unconfirmed')).toBe(2);
  });

  it('has a gap where the hub was away', () => {
    show(['1']);
    after(0);
    hub.status.set('reconnecting');
    after(5 * sampleInterval);
    expect(history.samples()).toHaveLength(1);
    hub.status.set('connected');
    after(sampleInterval);
    const [first, second] = history.samples();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(6 * sampleInterval);
  });

  it('keeps 30 minutes, and begins again when the hub’s clock is set back', () => {
    show(['1']);
    for (let at = 0; at <= historySpan + 60_000; at += sampleInterval) after(sampleInterval);
    expect(history.samples()).toHaveLength(historySpan / sampleInterval);
    after(-2 * historySpan);
    expect(history.samples()).toHaveLength(1);
  });
});
