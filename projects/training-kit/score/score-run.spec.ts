import type { TimelineEvent } from '../run/timeline-event';
import type { Expectation } from '../scenario/expectation';
import { scenarioSchema } from '../scenario/scenario';
import { scoreRun } from './score-run';
import { type HeardRecording, type Span, percentOf } from './score-sheet';

const spans = (...pairs: readonly (readonly [number, number])[]): Span[] =>
  pairs.map(([fromMs, toMs]) => ({ fromMs, toMs }));

/** A call of 60 s: both hear each other from 1 s on, a hold from 20 to 30 s, the operator ends it at 59 s. */
const usualEvents: readonly TimelineEvent[] = [
  { atMs: -2000, type: 'ringing' },
  { atMs: 1000, type: 'answered' },
  { atMs: 1100, type: 'turn', turn: 'opening' },
  { atMs: 20_000, type: 'held' },
  { atMs: 30_000, type: 'resumed' },
  { atMs: 40_000, type: 'turn', turn: 'promise' },
  { atMs: 59_000, type: 'ended', by: 'operator' },
  { atMs: 59_100, type: 'stateChanged', phase: 'clerical' },
  { atMs: 65_000, type: 'noteSaved' },
  { atMs: 69_000, type: 'codeSaved', id: '4', name: '10. Promise to pay' },
  { atMs: 69_100, type: 'stateChanged', phase: 'idle' },
];
const usualHeard: HeardRecording = {
  durationMs: 60_000,
  operatorSpeech: spans([2000, 5000], [12_000, 19_900], [31_500, 36_000], [44_000, 58_500]),
  customerSpeech: spans([5500, 11_500], [24_000, 25_000], [36_500, 46_000]),
  levels: { everyMs: 100, operator: [], customer: [] },
};

interface Made {
  readonly events?: readonly TimelineEvent[];
  readonly heard?: Partial<HeardRecording> | null;
  readonly status?: 'done' | 'stopped';
}

function score(
  expect: Expectation | readonly Expectation[],
  { events = usualEvents, heard, status = 'done' }: Made = {},
) {
  const scenario = scenarioSchema.parse({
    id: 'made',
    version: 1,
    title: 'Made',
    about: 'Made',
    languages: ['en'],
    calls: [{ direction: 'incoming', customer: { number: '0661234501', name: 'Olena' }, expect: [expect].flat() }],
  });
  return scoreRun(
    scenario,
    { id: 'run', status, traceIds: ['7'] },
    new Map([['7', events]]),
    new Map(heard === null ? [] : [['7', { ...usualHeard, ...heard }]]),
  );
}

/** The only line of one expectation, without what every line has. */
function line(expectation: Expectation, made: Made = {}) {
  const { findings } = score(expectation, made);
  expect(findings).toHaveLength(1);
  const { verdict, measured, atMs, untilMs, reason } = findings[0]!;
  return { verdict, measured, atMs, untilMs, ...(reason !== undefined && { reason }) };
}

const without = (...types: readonly string[]) => usualEvents.filter(({ type }) => !types.includes(type));
const nothing = (reason: string) => ({ verdict: 'unmeasured', measured: null, atMs: null, untilMs: null, reason });

describe('a line of a score', () => {
  it.each<[string, Expectation, object]>([
    ['greeting', { greeting: 1 }, { verdict: 'met', measured: 1, atMs: 1000, untilMs: 2000 }],
    ['late greeting', { greeting: 0.7 }, { verdict: 'missed', measured: 1 }],
    ['greeting within the measurement’s error', { greeting: 0.8 }, { verdict: 'met', measured: 1 }],
    ['answer', { answer: 3 }, { verdict: 'met', measured: 3, atMs: 0, untilMs: 1000 }],
    ['late answer', { answer: 2.9 }, { verdict: 'missed', measured: 3 }],
    ['dead air beside the hold', { deadAir: 5 }, { verdict: 'met', measured: 1.5, atMs: 30_000, untilMs: 31_500 }],
    ['talk share', { talkShare: { from: 40, to: 70 } }, { verdict: 'met', measured: 66, atMs: null }],
    ['too much talk', { talkShare: { from: 30, to: 60 } }, { verdict: 'missed', measured: 66 }],
    ['too little talk', { talkShare: { from: 80, to: 90 } }, { verdict: 'missed', measured: 66 }],
    ['both at once', { bothTalk: 2 }, { verdict: 'met', measured: 2, atMs: 44_000, untilMs: 46_000 }],
    ['both at once too long', { bothTalk: 1.5 }, { verdict: 'missed', measured: 2, atMs: 44_000 }],
    ['hold', { hold: 10 }, { verdict: 'met', measured: 10, atMs: 20_000, untilMs: 30_000 }],
    ['hold longer than promised', { hold: 9.9 }, { verdict: 'missed', measured: 10, atMs: 20_000 }],
    ['thanks', { thankAfterHold: 3 }, { verdict: 'met', measured: 1.5, atMs: 30_000, untilMs: 31_500 }],
    ['late thanks', { thankAfterHold: 1 }, { verdict: 'missed', measured: 1.5 }],
    ['ended by the operator', { endedBy: 'operator' }, { verdict: 'met', measured: 'operator', atMs: 59_000 }],
    ['ended by the wrong side', { endedBy: 'customer' }, { verdict: 'missed', measured: 'operator' }],
    ['after-call work', { clerical: 10 }, { verdict: 'met', measured: 10, atMs: null }],
    ['long after-call work', { clerical: 9 }, { verdict: 'missed', measured: 10 }],
    ['code by name', { code: ['10.'] }, { verdict: 'met', measured: '10. Promise to pay', atMs: null }],
    ['code by id', { code: ['7', '4'] }, { verdict: 'met', measured: '10. Promise to pay' }],
    ['wrong code', { code: ['50.'] }, { verdict: 'missed', measured: '10. Promise to pay' }],
    ['note', { note: true }, { verdict: 'met', measured: 'saved' }],
    ['turn', { reaches: 'promise' }, { verdict: 'met', measured: 'promise', atMs: 40_000, untilMs: null }],
    ['another turn', { reaches: 'thanks' }, { verdict: 'missed', measured: 'promise', atMs: null }],
  ])('measures: %s', (_name, expectation, found) => {
    expect(line(expectation)).toMatchObject(found);
  });

  it.each<[string, Expectation, Made, string]>([
    ['a greeting without a recording', { greeting: 3 }, { heard: null }, 'noRecording'],
    ['dead air without a recording', { deadAir: 3 }, { heard: null }, 'noRecording'],
    ['a greeting in a call that nobody answered', { greeting: 3 }, { events: without('answered') }, 'notAnswered'],
    ['any rule without events', { hold: 3 }, { events: [] }, 'noEvents'],
    [
      'a hold in a call that nobody answered',
      { hold: 3 },
      { events: without('answered', 'held', 'resumed') },
      'notAnswered',
    ],
    ['an end that was not seen', { endedBy: 'operator' }, { events: without('ended') }, 'noEvents'],
    ['a hold if there was none', { hold: 3 }, { events: without('held', 'resumed') }, 'noHold'],
    ['thanks if there was no hold', { thankAfterHold: 3 }, { events: without('held', 'resumed') }, 'noHold'],
    ['thanks if the call ended on hold', { thankAfterHold: 3 }, { events: without('resumed') }, 'noHold'],
    [
      'a talk share of nobody',
      { talkShare: { from: 1, to: 2 } },
      { heard: { operatorSpeech: [], customerSpeech: [] } },
      'nobodySpoke',
    ],
    ['after-call work without an end', { clerical: 9 }, { events: usualEvents.slice(0, -1) }, 'noAfterCall'],
    [
      'after-call work of a stopped run',
      { clerical: 9 },
      { events: usualEvents.slice(0, -1), status: 'stopped' },
      'runEnded',
    ],
    ['a code of a stopped run', { code: ['4'] }, { events: without('codeSaved'), status: 'stopped' }, 'runEnded'],
    ['a note of a stopped run', { note: true }, { events: without('noteSaved'), status: 'stopped' }, 'runEnded'],
    ['a turn of a stopped run', { reaches: 'thanks' }, { status: 'stopped' }, 'runEnded'],
    ['a repair without its fault', { repair: { action: 'reconnect', within: 9 } }, {}, 'noFault'],
    [
      'the end that a stopped run made',
      { endedBy: 'customer' },
      { events: [...without('ended'), { atMs: 59_000, type: 'ended', by: 'customer' }], status: 'stopped' },
      'runEnded',
    ],
  ])('claims nothing of %s', (_name, expectation, made, reason) => {
    expect(line(expectation, made)).toEqual(nothing(reason));
  });

  it('is the operator’s own end, also in a run that was stopped later', () => {
    expect(line({ endedBy: 'operator' }, { status: 'stopped' })).toMatchObject({ verdict: 'met' });
  });

  it('is missed if the operator never spoke, and unmeasured if there was no time for it', () => {
    const silent: Made = { heard: { operatorSpeech: [] } };
    expect(line({ greeting: 10 }, silent)).toMatchObject({ verdict: 'missed', measured: null, atMs: 1000 });
    expect(line({ greeting: 58 }, silent)).toEqual(nothing('tooShort'));
    expect(line({ thankAfterHold: 5 }, silent)).toMatchObject({ verdict: 'missed', measured: null, atMs: 30_000 });
    expect(line({ thankAfterHold: 29 }, silent)).toEqual(nothing('tooShort'));
  });

  it('is missed if what is wanted never happened in a run that was played to its end', () => {
    const missed = { verdict: 'missed', measured: null, atMs: null, untilMs: null };
    expect(line({ code: ['4'] }, { events: without('codeSaved') })).toEqual(missed);
    expect(line({ note: true }, { events: without('noteSaved') })).toEqual(missed);
    expect(line({ answer: 3 }, { events: without('answered', 'ended') })).toEqual(missed);
  });

  it('does not count speech that begins within the error before both hear each other', () => {
    const heard = { operatorSpeech: spans([900, 1150], [6000, 7000]) };
    expect(line({ greeting: 3 }, { heard })).toMatchObject({ verdict: 'missed', measured: 5 });
    // Speech that goes on is the greeting.
    expect(line({ greeting: 3 }, { heard: { operatorSpeech: spans([900, 2000]) } })).toMatchObject({ measured: 0 });
  });

  it.each([
    ['restartAgent', 'stuck'],
    ['endPause', 'missed'],
    ['reconnect', 'cut'],
  ] as const)('measures the repair “%s” from its own fault', (action, fault) => {
    const events: TimelineEvent[] = [
      ...usualEvents,
      { atMs: 5000, type: 'repair', action },
      { atMs: 8000, type: 'fault', fault: 'line' },
      { atMs: 10_000, type: 'fault', fault },
      { atMs: 17_000, type: 'repair', action },
    ];
    const wanted = { repair: { action, within: 7 } };
    expect(line(wanted, { events })).toEqual({ verdict: 'met', measured: 7, atMs: 10_000, untilMs: 17_000 });
    expect(line({ repair: { action, within: 6 } }, { events })).toMatchObject({ verdict: 'missed', measured: 7 });
    expect(score(wanted, { events }).findings[0]).toMatchObject({ wanted: 7, repair: action });
    expect(line(wanted, { events: events.slice(0, -1) })).toMatchObject({ verdict: 'missed', measured: null });
  });
});

describe('what a line wants', () => {
  it.each<[Expectation, number | string]>([
    [{ greeting: 3 }, 3],
    [{ endedBy: 'customer' }, 'customer'],
    [{ talkShare: { from: 30, to: 60 } }, '30–60'],
    [{ code: ['10.', '50.'] }, '10. / 50.'],
    [{ repair: { action: 'reconnect', within: 9 } }, 9],
    [{ note: true }, 'saved'],
    [{ reaches: 'promise' }, 'promise'],
  ])('of %j is %j', (expectation, wanted) => {
    expect(score(expectation).findings[0]).toMatchObject({ wanted });
  });

  it('is in the scenario’s own words, if it has any', () => {
    expect(score({ greeting: 3, text: 'Says hello' }).findings[0]).toMatchObject({ text: 'Says hello' });
    expect(score({ greeting: 3 }).findings[0]).not.toHaveProperty('text');
  });
});

describe('limits', () => {
  it('of events are exact to a millisecond', () => {
    const late = (ms: number): TimelineEvent[] => [
      { atMs: 0, type: 'ringing' },
      { atMs: 3000 + ms, type: 'answered' },
      { atMs: 20_000, type: 'held' },
      { atMs: 30_000 + ms, type: 'resumed' },
      { atMs: 59_000, type: 'ended', by: 'operator' },
      { atMs: 59_000, type: 'stateChanged', phase: 'clerical' },
      { atMs: 68_000 + ms, type: 'stateChanged', phase: 'idle' },
    ];
    for (const expectation of [{ answer: 3 }, { hold: 10 }, { clerical: 9 }]) {
      expect(line(expectation, { events: late(0) }).verdict).toBe('met');
      expect(line(expectation, { events: late(1) }).verdict).toBe('missed');
    }
  });

  it('of speech allow 200 ms more, and a share 2 percent', () => {
    const greets = (atMs: number): Made => ({ heard: { operatorSpeech: spans([atMs, 9000]) } });
    expect(line({ greeting: 3 }, greets(4200)).verdict).toBe('met');
    expect(line({ greeting: 3 }, greets(4201)).verdict).toBe('missed');
    const half = { operatorSpeech: spans([2000, 6000]), customerSpeech: spans([10_000, 14_000]) };
    expect(line({ talkShare: { from: 52, to: 60 } }, { heard: half })).toMatchObject({ verdict: 'met', measured: 50 });
    expect(line({ talkShare: { from: 53, to: 60 } }, { heard: half }).verdict).toBe('missed');
    expect(line({ talkShare: { from: 10, to: 48 } }, { heard: half }).verdict).toBe('met');
    expect(line({ talkShare: { from: 10, to: 47 } }, { heard: half }).verdict).toBe('missed');
  });
});

describe('several moments of one rule', () => {
  const twoHolds: TimelineEvent[] = [
    { atMs: 1000, type: 'answered' },
    { atMs: 10_000, type: 'held' },
    { atMs: 16_000, type: 'resumed' },
    { atMs: 20_000, type: 'held' },
    { atMs: 30_000, type: 'resumed' },
    { atMs: 59_000, type: 'ended', by: 'operator' },
  ];

  it('that are all right are one line: the longest hold, the slowest thanks', () => {
    const heard = { operatorSpeech: spans([17_000, 18_000], [32_000, 33_000]) };
    expect(line({ hold: 12 }, { events: twoHolds })).toMatchObject({ verdict: 'met', measured: 10, atMs: 20_000 });
    expect(line({ thankAfterHold: 3 }, { events: twoHolds, heard })).toMatchObject({ measured: 2, atMs: 30_000 });
  });

  it('that are all wrong are a line each, the longest hold first', () => {
    const { findings } = score({ hold: 5 }, { events: twoHolds });
    expect(findings.map(({ measured, of }) => [measured, of])).toEqual([
      [10, 10],
      [6, 0],
    ]);
  });

  it('are unmeasured only if all are', () => {
    // The second hold ends too late for thanks.
    const events = twoHolds.map((event) => (event.atMs === 30_000 ? { ...event, atMs: 58_000 } : event));
    const heard = { operatorSpeech: spans([17_000, 18_000]) };
    expect(line({ thankAfterHold: 3 }, { events, heard })).toMatchObject({ verdict: 'met', measured: 1 });
    expect(line({ thankAfterHold: 9 }, { events, heard: { operatorSpeech: [] } })).toEqual(nothing('tooShort'));
  });

  it('are each a line, the worst first, and only the first has points', () => {
    const heard = { operatorSpeech: spans([1500, 3000], [9500, 10_000]), customerSpeech: spans([17_000, 58_000]) };
    const { findings, points, of } = score({ deadAir: 5, points: 20 }, { heard });
    expect(findings.map(({ measured, atMs, of: most }) => [measured, atMs, most])).toEqual([
      [7, 10_000, 20],
      [6.5, 3000, 0],
    ]);
    expect([points, of]).toEqual([0, 20]);
  });

  it('of which some are right only show what is wrong', () => {
    const events: TimelineEvent[] = [...usualEvents, { atMs: 47_000, type: 'held' }, { atMs: 50_000, type: 'resumed' }];
    const heard = { operatorSpeech: spans([2000, 5000], [31_500, 36_000], [55_000, 58_000]) };
    expect(line({ thankAfterHold: 3 }, { events, heard })).toMatchObject({ verdict: 'missed', atMs: 50_000 });
    expect(line({ hold: 5 }, { events })).toMatchObject({ verdict: 'missed', atMs: 20_000, measured: 10 });
  });
});

describe('a score', () => {
  it('adds up what was measured, with ten points for a line that names none', () => {
    const sheet = score([
      { greeting: 3 },
      { note: true, points: 5 },
      { hold: 1, points: 7 },
      { repair: { action: 'endPause', within: 3 } },
    ]);
    expect([sheet.points, sheet.of]).toEqual([15, 22]);
    expect(percentOf(sheet)).toBe(68);
    expect(percentOf(score([{ repair: { action: 'endPause', within: 3 } }]))).toBeNull();
  });

  it('claims nothing of a call that did not take place', () => {
    const scenario = { calls: scenarioCalls(2) };
    const sheet = scoreRun(
      scenario,
      { id: 'run', status: 'stopped', traceIds: ['7'] },
      new Map([['7', usualEvents]]),
      new Map(),
    );
    expect(sheet.findings.map(({ traceId, verdict, reason }) => [traceId, verdict, reason])).toEqual([
      ['7', 'met', undefined],
      [null, 'unmeasured', 'noCall'],
    ]);
  });

  it('does not blame what the last call lacks if the run was cut short', () => {
    const events = without('codeSaved');
    const sheet = scoreRun(
      { calls: scenarioCalls(2, { code: ['4'] }) },
      { id: 'run', status: 'failed', traceIds: ['7', '8'] },
      new Map([
        ['7', events],
        ['8', events],
      ]),
      new Map(),
    );
    expect(sheet.findings.map(({ verdict }) => verdict)).toEqual(['missed', 'unmeasured']);
  });

  it('shows what the call’s recording and events show', () => {
    const events: TimelineEvent[] = [...usualEvents, { atMs: 33_000, type: 'mark', by: 'trainer1', note: 'Well said' }];
    const [call] = score([], { events }).calls;
    expect(call).toEqual({
      traceId: '7',
      durationMs: 60_000,
      operatorSpeech: usualHeard.operatorSpeech,
      customerSpeech: usualHeard.customerSpeech,
      holds: spans([20_000, 30_000]),
      marks: [{ atMs: 33_000, by: 'trainer1', note: 'Well said' }],
      levels: usualHeard.levels,
    });
    expect(score([], { heard: null }).calls[0]).toMatchObject({ durationMs: 0, operatorSpeech: [] });
  });
});

function scenarioCalls(count: number, expectation: Expectation = { answer: 3 }) {
  const one = { direction: 'incoming', customer: { number: '0661234501', name: 'Olena' }, expect: [expectation] };
  const file = { id: 'made', version: 1, title: 'Made', about: 'Made', languages: ['en'] };
  return scenarioSchema.parse({ ...file, calls: Array.from({ length: count }, () => one) }).calls;
}
