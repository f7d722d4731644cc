import fc from 'fast-check';
import { firstCustomerState, nextCustomerState, readScenario, type ScenarioCall } from '../../../training-kit';
import {
  noticedAfter,
  type PlannedCall,
  type PlannedFault,
  recordingOf,
  ringingMs,
  snapshot,
} from './recording.fixture';
import { type MadeScenario, scenarioOfRecording } from './scenario-of-recording';

type Made = Extract<MadeScenario, { ok: true }>;

function made(calls: readonly PlannedCall[]): Made {
  const scenario = scenarioOfRecording(recordingOf(calls));
  if (!scenario.ok) throw new Error(scenario.reason);
  return scenario;
}

function callsOf({ yaml }: Made): readonly ScenarioCall[] {
  const read = readScenario(yaml);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario.calls;
}

/** What a call does with an operator who does nothing: each effect that is no talk, with its time (ms). */
function played(call: ScenarioCall): { readonly atMs: number; readonly what: string }[] {
  const done: { atMs: number; what: string }[] = [];
  let step = nextCustomerState(call, firstCustomerState(call), { type: 'begun', atMs: 0 });
  for (let atMs = 0; atMs < Infinity;) {
    let wakeAt = Infinity;
    for (const effect of step.effects) {
      if (effect.type === 'wakeAt') wakeAt = effect.atMs;
      const what = wordsOf(effect);
      if (what !== null) done.push({ atMs, what });
    }
    atMs = wakeAt;
    if (atMs < Infinity) step = nextCustomerState(call, step.state, { type: 'passed', atMs });
  }
  return done;
}

/** An effect in a word; `null` for talk. */
function wordsOf(effect: ReturnType<typeof nextCustomerState>['effects'][number]): string | null {
  switch (effect.type) {
    case 'cut':
      return `${effect.link} down ${effect.seconds.toFixed(1)}`;
    case 'line':
      return effect.lossPercent === 0
        ? 'good line'
        : `bad line ${effect.lossPercent} ${effect.delayMs} ${effect.jitterMs}`;
    case 'audio':
      return effect.gone ? 'sound gone' : 'sound back';
    case 'turn':
      return /^was-(held|resumed)/.exec(effect.id)?.[0] ?? null;
    case 'stuck':
    case 'secondCall':
    case 'hangUp':
      return effect.type;
    default:
      return null;
  }
}

/** What a planned call must do, with its times. */
function planned({ faults, talkMs, endedBy }: PlannedCall): { readonly atMs: number; readonly what: string }[] {
  const words: Readonly<Record<PlannedFault['type'], (seconds: string) => [string, string?]>> = {
    cut: (seconds) => [`mediatel down ${seconds}`],
    sipCut: (seconds) => [`sip down ${seconds}`],
    badLine: () => ['bad line 15 350 42', 'good line'],
    audioGone: () => ['sound gone', 'sound back'],
    hold: () => ['was-held', 'was-resumed'],
    stuck: () => ['stuck'],
    secondCall: () => ['secondCall'],
  };
  const events = faults.flatMap(({ type, atMs, lengthMs }) => {
    const [begin, over] = words[type]((lengthMs / 1000).toFixed(1));
    return [{ atMs, what: begin }, ...(over === undefined ? [] : [{ atMs: atMs + lengthMs, what: over }])];
  });
  const last = Math.max(0, ...events.map(({ atMs }) => atMs));
  return [...events, { atMs: endedBy === 'customer' ? talkMs : last + 60_000, what: 'hangUp' }];
}

const one = (faults: readonly PlannedFault[], call: Partial<PlannedCall> = {}): PlannedCall => ({
  ...{ direction: 'incoming', queue: 'IN_Support', freeMs: 4000, talkMs: 60_000, endedBy: 'customer' },
  ...call,
  faults,
});

describe('scenarioOfRecording', () => {
  it('keeps the calls: direction, queue, the time until they come, who ended them', () => {
    const scenario = made([
      one([], { direction: 'outgoing', queue: 'Q_P_2_Manual', freeMs: 7000, endedBy: 'operator' }),
      one([], { direction: 'predictive', queue: 'PD_Telemarketing', freeMs: 12_340 }),
    ]);
    expect(scenario.id).toBe('incident-2026-11-29-08-20');
    expect(callsOf(scenario)).toMatchObject([
      { direction: 'outgoing', queue: 'Q_P_2_Manual', comesAfterSeconds: 7, expect: [{}, { endedBy: 'operator' }] },
      {
        direction: 'predictive',
        queue: 'PD_Telemarketing',
        comesAfterSeconds: 12.34,
        expect: [{}, { endedBy: 'customer' }],
      },
    ]);
  });

  it('keeps nothing of the customer', () => {
    const { yaml } = made([one([])]);
    expect(yaml).not.toMatch(/•|77|01@/);
  });

  it.each<PlannedFault['type']>(['cut', 'sipCut', 'badLine', 'audioGone', 'hold', 'stuck', 'secondCall'])(
    'plays a %s when it was',
    (type) => {
      const call = one([{ type, atMs: 9870, lengthMs: 6500 }]);
      const [first] = callsOf(made([call]));
      expect(played(first!)).toEqual(
        planned(call).map((event) => ({ ...event, atMs: expect.closeTo(event.atMs, -1) })),
      );
    },
  );

  it('waits longer than a turn may last', () => {
    const call = one([{ type: 'secondCall', atMs: 1_500_000, lengthMs: 0 }], { talkMs: 1_700_000 });
    expect(played(callsOf(made([call]))[0]!)).toEqual([
      { atMs: 1_500_000, what: 'secondCall' },
      { atMs: 1_700_000, what: 'hangUp' },
    ]);
  });

  it('makes a missed call of one that the phone let ring, and leaves out a caller who gave up', () => {
    const rings = (after: Parameters<typeof snapshot>) => {
      const facts = [
        ...[snapshot('STATE_IDLE'), snapshot('STATE_CALL_DELIVERED', { callType: '1' })],
        ...[snapshot(...after), snapshot('STATE_IDLE')],
      ];
      const entries = facts.map((fact, at) => ({ ...fact, at: at * 1000 }));
      return scenarioOfRecording({ entries, savedAt: { wall: 0, monotonic: 0 } });
    };
    const missed = rings(['STATE_PAUSE', { callErrorID: '-223', pauseId: '99' }]);
    expect(callsOf(missed as Made)).toMatchObject([
      { missed: true, turns: [], expect: [{ repair: { action: 'endPause' } }] },
    ]);
    expect(rings(['STATE_IDLE'])).toEqual({ ok: false, reason: 'no-call' });
  });

  it.each([
    ['busy', '-224'],
    ['neverAnswers', '-225'],
  ])('makes a customer who is %s', (dialled, callErrorID) => {
    const facts = [snapshot('STATE_MAKECALL_REQUEST'), snapshot('STATE_MAKECALL_FAILED', { callErrorID })];
    const entries = facts.map((fact, at) => ({ ...fact, at: at * 1000 }));
    const scenario = scenarioOfRecording({ entries, savedAt: { wall: 0, monotonic: 0 } });
    expect(callsOf(scenario as Made)).toMatchObject([{ direction: 'outgoing', dialled, turns: [] }]);
  });

  it('says how many faults were outside of calls', () => {
    const recording = recordingOf([one([])]);
    const down = { type: 'connection', state: { status: 'connecting', attempt: 1 }, at: 5500 } as const;
    const up = { type: 'connection', state: { status: 'connected' }, at: 6500 } as const;
    const [first, second, third, ...rest] = recording.entries;
    const scenario = scenarioOfRecording({ ...recording, entries: [first!, second!, third!, down, up, ...rest] });
    expect((scenario as Made).yaml).toContain('outside of calls, which are left out: 1.');
    expect(played(callsOf(scenario as Made)[0]!)).toHaveLength(1);
  });

  it('has the rest of a cut that began before the call', () => {
    const call = one([{ type: 'cut', atMs: -1000, lengthMs: 6000 }]);
    expect(ringingMs).toBeGreaterThan(1000);
    expect(played(callsOf(made([call]))[0]!)[0]).toEqual({ atMs: 0, what: 'mediatel down 5.0' });
  });

  it('has no scenario of a recording without a call', () => {
    expect(scenarioOfRecording(recordingOf([]))).toEqual({ ok: false, reason: 'no-call' });
  });

  // Faults one after the other, so that their order is certain.
  const plans = fc
    .array(
      fc.record({
        type: fc.constantFrom<PlannedFault['type']>(
          'cut',
          'sipCut',
          'badLine',
          'audioGone',
          'hold',
          'stuck',
          'secondCall',
        ),
        gapMs: fc.integer({ min: 150, max: 90_000 }),
        lengthMs: fc.integer({ min: 11, max: 1000 }).map((tenths) => tenths * 100),
      }),
      { maxLength: 12, size: 'max' },
    )
    .chain((list) =>
      fc.record({
        direction: fc.constantFrom('outgoing' as const, 'incoming' as const, 'predictive' as const),
        queue: fc.constantFrom('IN_Support', 'DM_MFO_1', '31: "x" # y'),
        freeMs: fc.integer({ min: 0, max: 300_000 }),
        tailMs: fc.integer({ min: 4000, max: 60_000 }),
        endedBy: fc.constantFrom('operator' as const, 'customer' as const),
        list: fc.constant(list),
      }),
    )
    .map(({ list, tailMs, ...call }): PlannedCall => {
      let at = 0;
      const faults = list.map(({ type, gapMs, lengthMs }) => {
        const atMs = at + gapMs;
        const isLong = type !== 'audioGone' || lengthMs > noticedAfter;
        at = atMs + (isLong ? lengthMs : lengthMs + noticedAfter);
        return { type, atMs, lengthMs: at - atMs };
      });
      return { ...call, faults, talkMs: at + tailMs };
    });

  it('plays every incident in its order and at its times', () => {
    let events = 0;
    fc.assert(
      fc.property(fc.array(plans, { minLength: 1, maxLength: 3 }), (list) => {
        const calls = callsOf(made(list));
        expect(calls).toHaveLength(list.length);
        for (const [at, call] of calls.entries()) {
          const wanted = planned(list[at]!);
          const got = played(call);
          expect(got.map(({ what }) => what)).toEqual(wanted.map(({ what }) => what));
          const late = got.map(({ atMs }, place) => Math.abs(atMs - wanted[place]!.atMs));
          expect(Math.max(...late)).toBeLessThanOrEqual(200);
          events += got.length;
        }
      }),
      { numRuns: 100 },
    );
    expect(events).toBeGreaterThan(500);
  });
});
