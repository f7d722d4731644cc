import type { IncidentCall, IncidentEvent } from './incident';
import { scenarioOfIncident } from './scenario-of-incident';

const when = new Date(Date.UTC(2026, 10, 29, 8, 20));
const call = (events: readonly IncidentEvent[], more: Partial<IncidentCall> = {}): IncidentCall => ({
  ...{ direction: 'incoming', queue: null, beganMs: 1000, joinedMs: 2000, endedMs: 62_000 },
  ...{ endedBy: 'customer', outcome: 'talked' },
  ...more,
  events,
});
const scenarioOf = (...calls: readonly IncidentCall[]) => scenarioOfIncident({ calls, beganMs: 0, elsewhere: 0 }, when);
const turnsOf = (one: IncidentCall) =>
  scenarioOf(one).calls[0]?.turns?.map(({ id, do: actions, next }) => [id, actions, next]);
const after = (seconds: number, go: string) => [{ when: { after: seconds }, go }];
const bad = { lossPercent: 15, delayMs: 300, jitterMs: 40 };

describe('scenarioOfIncident', () => {
  it('is named after its time, and lasts five minutes longer than the incident', () => {
    expect(scenarioOf(call([]))).toMatchObject({
      id: 'incident-2026-11-29-08-20',
      title: { en: 'Incident of 2026-11-29' },
      limitSeconds: 362,
    });
    expect(scenarioOf(call([], { endedMs: 9_000_000 })).limitSeconds).toBe(7200);
  });

  it('has a turn for each moment', () => {
    const events: IncidentEvent[] = [
      { type: 'badLine', atMs: 50, line: bad },
      { type: 'cut', link: 'sip', atMs: 5000, seconds: 4 },
      { type: 'cut', link: 'mediatel', atMs: 5099, seconds: 130 },
      { type: 'hold', atMs: 5150 },
      { type: 'holdOver', atMs: 9000 },
      { type: 'cut', link: 'sip', atMs: 20_000, seconds: 0.001 },
      { type: 'goodLine', atMs: 20_100 },
    ];
    expect(turnsOf(call(events))).toEqual([
      ['begins', [{ line: bad }], after(5, 'link-is-cut-1')],
      [
        'link-is-cut-1',
        [{ cut: { link: 'sip', seconds: 4 } }, { cut: { link: 'mediatel', seconds: 120 } }],
        after(0.15, 'was-held-1'),
      ],
      ['was-held-1', undefined, after(3.85, 'was-resumed-1')],
      ['was-resumed-1', undefined, after(11, 'link-is-cut-2')],
      ['link-is-cut-2', [{ cut: { link: 'sip', seconds: 0.1 } }], after(0.1, 'line-is-good-1')],
      ['line-is-good-1', [{ line: { lossPercent: 0, delayMs: 0, jitterMs: 0 } }], after(39.9, 'leaves')],
      ['leaves', [{ hangUp: true }], undefined],
    ]);
  });

  it('restores a line that is still bad at the end', () => {
    expect(turnsOf(call([{ type: 'badLine', atMs: 5000, line: bad }]))?.at(-1)).toEqual([
      'leaves',
      [{ line: { lossPercent: 0, delayMs: 0, jitterMs: 0 } }, { hangUp: true }],
      undefined,
    ]);
  });

  it('waits for an operator who ended the call, for a minute', () => {
    const events: IncidentEvent[] = [{ type: 'secondCall', atMs: 4000 }];
    expect(turnsOf(call(events, { endedBy: 'operator' }))).toEqual([
      ['begins', undefined, after(4, 'second-call-1')],
      ['second-call-1', [{ secondCall: 10 }], after(60, 'leaves')],
      ['leaves', [{ hangUp: true }], undefined],
    ]);
  });

  it('expects what the operator did, at its longest', () => {
    const events: IncidentEvent[] = [
      ...[
        { type: 'hold' as const, atMs: 1000 },
        { type: 'holdOver' as const, atMs: 6400 },
      ],
      ...[
        { type: 'hold' as const, atMs: 8000 },
        { type: 'holdOver' as const, atMs: 10_000 },
      ],
      { type: 'stuck', atMs: 20_000 },
    ];
    const [made, plain] = scenarioOf(call(events), call([])).calls;
    const restart = { repair: { action: 'restartAgent', within: 60 } };
    expect(made?.expect).toEqual([{ greeting: 3 }, { hold: 6 }, restart, { endedBy: 'customer' }]);
    expect(plain?.expect).toEqual([{ greeting: 3 }, { endedBy: 'customer' }]);
  });

  it('has different made-up customers, and calls that come when they came', () => {
    const second = call([], { beganMs: 70_000, joinedMs: 71_000, endedMs: 80_000 });
    const early = call([], { beganMs: 1000, queue: 'q'.repeat(90) });
    const { calls } = scenarioOf(call([]), second, early);
    expect(calls.map(({ customer }) => customer.number)).toEqual(['+380660000001', '+380660000002', '+380660000003']);
    expect(calls.map(({ customer }) => customer.name)).toMatchObject([{ en: 'Customer 1' }, { uk: 'Клієнт 2' }, {}]);
    expect(calls.map(({ comesAfterSeconds }) => comesAfterSeconds)).toEqual([1, 8, 0]);
    expect(calls.map(({ queue }) => queue?.length)).toEqual([undefined, undefined, 80]);
  });

  it('keeps the last twenty calls, and the first forty moments of each', () => {
    const many = Array.from({ length: 60 }, (_, at): IncidentEvent => ({ type: 'secondCall', atMs: 1000 + at * 500 }));
    const { calls } = scenarioOf(...Array.from({ length: 23 }, (_, at) => call(many, { queue: String(at) })));
    expect(calls.map(({ queue }) => queue)).toEqual(Array.from({ length: 20 }, (_, at) => String(at + 3)));
    expect(calls[0]?.turns).toHaveLength(42);
    expect(calls[0]?.turns?.at(-2)?.id).toBe('second-call-40');
  });
});
