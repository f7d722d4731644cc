import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Expectation,
  type Scenario,
  type TimelineEvent,
  type TrainingRun,
  scenarioSchema,
} from '../../training-kit';
import { wavHeader } from '../media/wav';
import type { StoredScore } from './score-store';

export const folder = (): string => mkdtempSync(join(tmpdir(), 'score-'));

/** A scenario of one incoming call. */
export function madeScenario(expect: readonly Expectation[], id = 'made'): Scenario {
  return scenarioSchema.parse({
    id,
    version: 1,
    title: { uk: 'Дзвінок', en: 'A call' },
    about: 'Made',
    languages: ['uk', 'en'],
    calls: [{ direction: 'incoming', customer: { number: '0661234501', name: 'Olena' }, expect }],
  });
}

/** A run that is over. */
export function madeRun(more: Partial<TrainingRun> = {}): TrainingRun {
  return {
    ...{ id: 'run-1', scenario: 'made', trainee: 'agent1', startedBy: 'trainer1', language: 'uk', status: 'done' },
    ...{ startedAt: 1_000_000, endedAt: 1_060_000, call: 0, turn: null, traceIds: ['7'], reason: null, percent: null },
    ...more,
  } as TrainingRun;
}

export const madeEvents: readonly TimelineEvent[] = [
  { atMs: 0, type: 'ringing' },
  { atMs: 1000, type: 'answered' },
  { atMs: 9000, type: 'ended', by: 'operator' },
];

/** A stored score with one line. */
export function madeScore(id: string, trainee: string, startedAt: number, points = 10): StoredScore {
  const { scenario, language, status, endedAt } = madeRun();
  return {
    run: { ...{ id, trainee, scenario, language, status, startedAt, endedAt, points }, title: 'A call', of: 10 },
    score: {
      run: id,
      findings: [
        {
          ...{ rule: 'greeting', verdict: points > 0 ? 'met' : 'missed', traceId: '7', atMs: 1000, untilMs: 2000 },
          ...{ measured: 1, wanted: 3, points, of: 10 },
        },
      ],
      calls: [],
      points,
      of: 10,
    },
  } as StoredScore;
}

/** Writes a recording as the server does. */
export function writeRecording(path: string, samples: Int16Array): void {
  const body = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  writeFileSync(path, Buffer.concat([wavHeader(body.length, 2), body]));
}
