import type { DrawnLevels, Finding, RunStatus, ScoredCall, TrainingRun } from '../../projects/training-kit';
import { sceneNow } from '../../projects/demo-app/gallery/desk-scene';
import type {
  ClassPersonAnswer,
  ProgressAnswer,
  RunScoreAnswer,
} from '../../projects/demo-app/training-score/score-answers';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A run of `agent1` that began so many minutes ago. */
export const runOf = (minutesAgo: number, change: Partial<TrainingRun> = {}): TrainingRun => ({
  ...{ id: `run-${minutesAgo}`, scenario: 'promise-to-pay', trainee: 'agent1', startedBy: 'agent1', language: 'en' },
  ...{ status: 'done', call: 0, turn: null, traceIds: ['1185574268'], reason: null, percent: 82 },
  ...{ startedAt: sceneNow - minutesAgo * minute, endedAt: sceneNow - (minutesAgo - 3) * minute },
  ...change,
});

/** How loud a side is, in its spells of speech: the same at each call. */
const loudness = (
  spells: readonly { readonly fromMs: number; readonly toMs: number }[],
  length: number,
  everyMs: number,
) =>
  Array.from({ length }, (_, i) => {
    const speaks = spells.some(({ fromMs, toMs }) => i * everyMs >= fromMs && i * everyMs < toMs);
    return speaks ? 35 + ((i * 37) % 61) : (i * 7) % 4;
  });

const durationMs = 96_000;
const operatorSpeech = [
  { fromMs: 2_600, toMs: 9_000 },
  { fromMs: 21_000, toMs: 34_000 },
  { fromMs: 62_000, toMs: 74_000 },
  { fromMs: 86_000, toMs: 93_000 },
];
const customerSpeech = [
  { fromMs: 9_800, toMs: 20_000 },
  { fromMs: 32_500, toMs: 41_000 },
  { fromMs: 75_000, toMs: 85_000 },
];
const everyMs = 400;
const levels: DrawnLevels = {
  everyMs,
  operator: loudness(operatorSpeech, durationMs / everyMs, everyMs),
  customer: loudness(customerSpeech, durationMs / everyMs, everyMs),
};
const call: ScoredCall = {
  ...{ traceId: '1185574268', durationMs, operatorSpeech, customerSpeech, levels },
  holds: [{ fromMs: 42_000, toMs: 60_000 }],
  marks: [{ atMs: 70_000, by: 'trainer1', note: 'Well asked' }],
};
const finding = (change: Partial<Finding> & Pick<Finding, 'rule' | 'verdict' | 'measured' | 'wanted'>): Finding => ({
  ...{ traceId: call.traceId, atMs: null, untilMs: null, points: change.verdict === 'met' ? 10 : 0, of: 10 },
  ...change,
});
const findings: readonly Finding[] = [
  finding({ rule: 'answer', verdict: 'met', measured: 1.4, wanted: 3 }),
  finding({ rule: 'greeting', verdict: 'met', measured: 2.6, wanted: 3, atMs: 2_600, untilMs: 9_000 }),
  finding({ rule: 'bothTalk', verdict: 'missed', measured: 1.5, wanted: 1, atMs: 32_500, untilMs: 34_000 }),
  finding({ rule: 'hold', verdict: 'met', measured: 18, wanted: 30, atMs: 42_000, untilMs: 60_000 }),
  finding({ rule: 'thankAfterHold', verdict: 'missed', measured: null, wanted: 5, atMs: 60_000, untilMs: 62_000 }),
  finding({ rule: 'talkShare', verdict: 'met', measured: 48, wanted: '35–65' }),
  finding({ rule: 'endedBy', verdict: 'met', measured: 'customer', wanted: 'customer' }),
  finding({ rule: 'clerical', verdict: 'missed', measured: 74, wanted: 45 }),
  finding({ rule: 'code', verdict: 'met', measured: '10. Promise to pay', wanted: '10. Promise to pay' }),
  finding({
    rule: 'repair',
    verdict: 'unmeasured',
    measured: null,
    wanted: 20,
    repair: 'reconnect',
    reason: 'noFault',
  }),
];
const title = { en: 'Promise to pay', uk: 'Обіцянка оплати', ru: 'Обещание оплаты' };
const scored = (id: string, daysAgo: number, points: number, status: RunStatus = 'done') => ({
  ...{ id, trainee: 'agent1', scenario: 'promise-to-pay', title, status, points, of: 90 },
  ...{ startedAt: sceneNow - daysAgo * day - 20 * minute, endedAt: sceneNow - daysAgo * day - 17 * minute },
});

/** What the desk recorded of the run with one call: enough to find the call. */
export const flight = {
  ...{ format: 'mediatel-flight', version: 2, library: '0.1.0', browser: 'x', numbersMasked: true },
  ...{ operator: { user: 'agent1', extension: '1001' }, savedAt: { wall: sceneNow, monotonic: 200_000 } },
  entries: [
    [1000, { state: 'STATE_IDLE', status: 'available' }],
    [5000, { state: 'STATE_CALL_ACTIVE', status: 'talking', callTraceID: call.traceId }],
    [5000 + durationMs, { state: 'STATE_CLERICAL', status: 'clerical', callTraceID: call.traceId }],
  ].map(([at, data]) => ({ type: 'message', message: { type: 'snapshot', data, receivedAt: at, connection: 1 }, at })),
};

/** The score of a run with one call. */
export const score: RunScoreAnswer = {
  run: { ...scored('run-1', 0, 60), name: 'Olena Kovalenko', hasFlight: true },
  score: { run: 'run-1', findings, calls: [call], points: 60, of: 90 },
};

/** The score of a run whose call has no recording. */
export const scoreWithoutRecording: RunScoreAnswer = {
  run: { ...scored('run-2', 0, 0, 'failed'), name: 'Olena Kovalenko', hasFlight: false },
  score: {
    ...{ run: 'run-2', points: 0, of: 0 },
    findings: [finding({ rule: 'greeting', verdict: 'unmeasured', measured: null, wanted: 3, reason: 'noRecording' })],
    calls: [
      { ...call, durationMs: 0, operatorSpeech: [], customerSpeech: [], holds: [], marks: [], levels: undefined },
    ],
  },
};

const rules: ProgressAnswer['rules'] = [
  { rule: 'greeting', met: 41, missed: 3, unmeasured: 2 },
  { rule: 'thankAfterHold', met: 12, missed: 19, unmeasured: 15 },
  { rule: 'clerical', met: 30, missed: 14, unmeasured: 0 },
  { rule: 'code', met: 44, missed: 0, unmeasured: 2 },
  { rule: 'repair', met: 0, missed: 0, unmeasured: 46 },
];

/** Three weeks of a person. */
export const progress: ProgressAnswer = {
  ...{ login: 'agent1', name: 'Olena Kovalenko', rules },
  days: [20, 19, 14, 13, 12, 8, 7, 6, 5, 2, 1, 0].map((ago, i) => {
    const percent = i === 3 ? null : 40 + i * 4;
    const of = percent === null ? 0 : 100;
    const date = new Date(sceneNow - ago * day).toISOString().slice(0, 10);
    return { day: date, runs: 1 + (i % 5), points: percent ?? 0, of, percent };
  }),
  runs: [0, 1, 2, 5, 6].map((ago, i) => scored(`run-${ago}`, ago, 60 - i * 9)),
};
/** Nobody has played yet. */
export const noProgress: ProgressAnswer = { login: 'agent1', name: 'Olena Kovalenko', days: [], rules: [], runs: [] };

const names = ['Olena Kovalenko', 'Andriy Shevchenko', 'Iryna Bondarenko-Shevchuk', 'Maksym Tkachenko', 'Yuliia Koval'];
/** A class of five. One of them has not finished anything. */
export const people: readonly ClassPersonAnswer[] = names.map((name, i) => ({
  ...{ login: `agent${i + 1}`, name, runs: i === 1 ? 1_204 : 3 + i * 7, done: i * 6, points: 80 - i * 11, of: 100 },
  percent: i === 4 ? null : 80 - i * 11,
  lastAt: sceneNow - i * 3 * day - 40 * minute,
  rules: i === 0 ? rules.map((rule) => ({ ...rule, missed: 0 })) : rules,
}));
