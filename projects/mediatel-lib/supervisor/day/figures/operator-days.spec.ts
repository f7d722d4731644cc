import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  type DaySpan,
  type OperatorTotals,
  type TimelinesAnswer,
  type TimelinesWanted,
  type TotalsAnswer,
  type TotalsWanted,
  noTotals,
} from 'mediatel-lib/hub-protocol';
import { provideFakePorts } from 'mediatel-lib/testing';
import { EMPTY } from 'rxjs';
import { OperatorDays } from './operator-days';
import { HubClient } from '../../hub/hub-client';
import type { HubClientStatus } from '../../hub/next-hub-client-status';

const span = (day: string): DaySpan => ({ day, begin: 0, until: 1_000, end: 86_400_000, timeZone: 'UTC' });
const totalsOf = (id: string): OperatorTotals => ({ id, name: id, team: 'Banks', totals: noTotals });

/** A hub that answers when the test says so. */
class SlowHub {
  readonly status = signal<HubClientStatus>('connected');
  readonly messages = EMPTY;
  readonly asked: { readonly wanted: TotalsWanted; readonly answer: (page: TotalsAnswer | null) => void }[] = [];

  now = (): number => 2_000;
  /** The operators of each request for timelines, in order. */
  readonly wanted: (readonly string[])[] = [];
  timelines = ({ operators }: TimelinesWanted): Promise<TimelinesAnswer | null> => {
    this.wanted.push(operators);
    const timelines = operators.map((id) => ({ id, name: id, team: 'Banks', segments: [], complete: true }));
    return Promise.resolve({ ...span('2026-11-23'), operators: timelines });
  };
  totals = (wanted: TotalsWanted): Promise<TotalsAnswer | null> =>
    new Promise((answer) => this.asked.push({ wanted, answer }));
}

describe('a day that is read', () => {
  let hub: SlowHub;
  let days: OperatorDays;
  beforeEach(() => {
    hub = new SlowHub();
    TestBed.configureTestingModule({
      providers: [provideFakePorts(), OperatorDays, { provide: HubClient, useValue: hub }],
    });
    days = TestBed.inject(OperatorDays);
    TestBed.tick();
  });

  const answer = async (at: number, page: TotalsAnswer | null): Promise<void> => {
    hub.asked[at]?.answer(page);
    // The answer is handled after pending promises.
    for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
  };

  it('is complete only with its last page', async () => {
    await answer(0, { ...span('2026-11-23'), operators: [totalsOf('1')], next: '1' });
    expect(days.status()).toBe('reading');
    expect(hub.asked[1]?.wanted.after).toBe('1');
    await answer(1, { ...span('2026-11-23'), operators: [totalsOf('2')], next: null });
    expect(days.status()).toBe('read');
    expect(days.totals().map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('names an operator without a name by the id', async () => {
    await answer(0, { ...span('2026-11-23'), operators: [{ ...totalsOf('7'), name: ' ' }], next: null });
    expect(days.totals().map(({ name }) => name)).toEqual(['7']);
  });

  it('is the day chosen last, whichever answer comes later', async () => {
    days.chooseDay('2026-11-20');
    days.chooseDay('2026-11-21');
    await answer(2, { ...span('2026-11-21'), operators: [totalsOf('21')], next: null });
    await answer(1, { ...span('2026-11-20'), operators: [totalsOf('20')], next: null });
    await answer(0, { ...span('2026-11-23'), operators: [totalsOf('23')], next: null });
    expect(days.span()?.day).toBe('2026-11-21');
    expect(days.totals().map(({ id }) => id)).toEqual(['21']);
  });

  it('fails when the hub can’t read it, and is read again on demand or when the hub is back', async () => {
    await answer(0, null);
    expect(days.status()).toBe('failed');
    days.again();
    await answer(1, { ...span('2026-11-23'), operators: [totalsOf('1')], next: null });
    expect(days.status()).toBe('read');
    hub.status.set('reconnecting');
    TestBed.tick();
    hub.status.set('connected');
    TestBed.tick();
    expect(days.status()).toBe('reading');
    expect(hub.asked).toHaveLength(3);
  });

  it('reads the timelines of visible rows first, at most 50 at once, then the others', async () => {
    const ids = (from: number, count: number): readonly string[] =>
      Array.from({ length: count }, (_, i) => `${from + i}`);
    const [now, later] = [ids(0, 60), ids(0, 130)];
    days.showOperators(now, later);
    await answer(0, { ...span('2026-11-23'), operators: [], next: null });
    expect(hub.wanted.map(({ length }) => length)).toEqual([50, 10]);
    expect(hub.wanted.flat()).toEqual(now);
    expect([days.knownUntil(now, 2_000), days.knownUntil(later, 2_000)]).toEqual([2_000, 0]);
    days.showOperators(now, later);
    await answer(0, null);
    expect(hub.wanted[2]).toEqual(ids(60, 50));
  });
});
