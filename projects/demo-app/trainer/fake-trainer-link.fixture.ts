import { jest } from '@jest/globals';
import { computed, signal } from '@angular/core';
import type { DeskView, EarView, TraineeView, TrainingRun } from '../../training-kit';

export const olena: TraineeView = { login: 'agent1', name: 'Olena Kovalenko', extension: '1001' };
const andriy: TraineeView = { login: 'agent2', name: 'Andriy Shevchenko', extension: '1002' };

export const runOf = (change: Partial<TrainingRun> = {}): TrainingRun => ({
  ...{ id: 'run-1', scenario: 'incoming', trainee: 'agent1', startedBy: 'trainer1', language: 'en', status: 'playing' },
  ...{ startedAt: 1000, endedAt: null, call: 0, turn: 'greeting', traceIds: [], reason: null, percent: null },
  ...change,
});

/** A trainer's connection that a test sets, and that notes requests. */
export function fakeTrainerLink() {
  const desks = signal<Readonly<Record<string, DeskView>>>({});
  const runs = signal<Readonly<Record<string, TrainingRun>>>({});
  const done = (): Promise<object> => Promise.resolve({ outcome: 'done' });
  return {
    connected: signal(true),
    loaded: signal(true),
    trainees: signal<readonly TraineeView[]>([olena, andriy]),
    ears: signal<readonly EarView[]>([]),
    now: signal(100_000),
    serverNow: () => 100_000,
    desks,
    runs,
    desk: (login: string) =>
      computed(() => desks()[login] ?? { login, snapshot: null, reachable: false, watchable: false }),
    run: (login: string) => computed(() => runs()[login] ?? null),
    start: jest.fn<(wanted: object) => Promise<object>>(),
    change: jest.fn(done),
    push: jest.fn<(run: string, action: object) => Promise<object>>(done),
    mark: jest.fn<(run: string, note: string) => Promise<object>>(done),
  };
}
