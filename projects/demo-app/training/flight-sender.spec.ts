import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { FlightRecorder } from 'mediatel-lib';
import { until } from 'test-kit';
import type { TrainingRun } from '../../training-kit';
import { entriesOf, phone, snapshot } from '../replay/incident/recording.fixture';
import { TraineeLink } from '../trainer/trainee-link';
import { FlightSender } from './flight-sender';

const lasting: TrainingRun = {
  ...{ id: 'r1', scenario: 'incoming', trainee: 'agent3', startedBy: 'agent3', language: 'en' },
  ...{ status: 'playing', startedAt: 1000, endedAt: null, call: 0, turn: null },
  ...{ traceIds: ['7'], reason: null, percent: null },
};
const over: TrainingRun = { ...lasting, status: 'done', endedAt: 61_000 };
const address = '/api/training/runs/r1/flight';

const entries = entriesOf(
  [5000, snapshot('STATE_IDLE')],
  [8000, snapshot('STATE_CALL_DELIVERED', { callTraceID: '7' })],
  [8500, phone({ type: 'answered', callId: 'a', at: 8500 })],
  [8600, snapshot('STATE_CALL_ACTIVE', { callTraceID: '7' })],
);
const report = JSON.stringify({
  ...{ format: 'mediatel-flight', version: 2, library: '0.1.0', browser: 'x', numbersMasked: true, entries },
  ...{ operator: { user: 'agent3', extension: '1003' }, savedAt: { wall: 1_000_000, monotonic: 60_000 } },
});

describe('the recording of an own run', () => {
  const live = signal<{ run: TrainingRun | null; ears: [] }>({ run: null, ears: [] });
  let server: HttpTestingController;
  let texts: (() => Promise<string>)[];
  let read: number;

  const say = (run: TrainingRun | null): void => {
    live.set({ run, ears: [] });
    TestBed.inject(ApplicationRef).tick();
  };
  /** The time after a run is over, until what happens then has happened. */
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    jest.useFakeTimers();
    live.set({ run: null, ears: [] });
    read = 0;
    texts = [];
    const text = () => (read++, texts.shift()?.() ?? Promise.resolve(report));
    TestBed.configureTestingModule({
      providers: [
        ...[provideHttpClient(), provideHttpClientTesting(), FlightSender],
        { provide: FlightRecorder, useValue: { text } },
        { provide: TraineeLink, useValue: { state: live } },
      ],
    });
    TestBed.inject(FlightSender);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => jest.useRealTimers());

  /** Waits for the request: the code that cuts the recording loads first. */
  const sent = async () => {
    jest.useRealTimers();
    let found = server.match(address);
    await until(() => (found = found.length > 0 ? found : server.match(address)).length > 0, 'it is sent');
    return found;
  };

  it('is sent once, three seconds after the run’s end', async () => {
    say(lasting);
    say(over);
    await pass(2999);
    expect(read).toBe(0);
    say({ ...over, percent: 80 });
    await pass(1);
    const [request, ...more] = await sent();
    expect(more).toEqual([]);
    expect(request?.request.method).toBe('PUT');
    expect(request?.request.headers.get('content-type')).toBe('application/vnd.mediatel.flight+json');
    expect(request?.request.body).toMatch(/^\{"format":"mediatel-flight"/);
    request?.error(new ProgressEvent('error'));
    expect(read).toBe(1);
  });

  it('is not sent of a run that lasts, nor of one that was over when the page came', async () => {
    say(over);
    say({ ...over, percent: 80 });
    say({ ...lasting, id: 'r2' });
    await pass(60_000);
    expect(read).toBe(0);
    server.expectNone(() => true);
  });

  it('is not sent if it has none of the run’s calls', async () => {
    texts = [() => Promise.reject(new Error('no storage')), () => Promise.resolve(report)];
    say(lasting);
    say(over);
    await pass(3000);
    say({ ...lasting, id: 'r2', traceIds: ['8'] });
    say({ ...over, id: 'r2', traceIds: ['8'] });
    await pass(3000);
    say({ ...lasting, id: 'r3' });
    say({ ...over, id: 'r3' });
    await pass(3000);
    jest.useRealTimers();
    const requests: string[] = [];
    await until(() => requests.push(...server.match(() => true).map(({ request }) => request.url)) > 0, 'r3 is sent');
    expect(requests).toEqual(['/api/training/runs/r3/flight']);
    expect(read).toBe(3);
  });
});
