import * as fc from 'fast-check';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { liveCallOf } from './presence-of';
import { type Desk, scenarioOf, TrainingUnderTest } from './training.fixture';

/** What may happen around a run. */
type Act =
  | { readonly type: 'request'; readonly request: AgentRequest }
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'answer' | 'customerEnds' | 'lineFails' | 'phoneFails' | 'leave' | 'signIn' | 'elsewhere' }
  | { readonly type: 'stop' | 'pause' | 'resume' | 'start' | 'stuck' | 'full' | 'room' };

const request = (wanted: AgentRequest): Act => ({ type: 'request', request: wanted });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Act>(
      request({ type: 'makeCall', phoneNumber: '0661234567' }),
      request({ type: 'closeCall' }),
      request({ type: 'holdCall' }),
      request({ type: 'resolutionSet', id: 304 }),
      request({ type: 'resolutionSet', id: 4 }),
      request({ type: 'resolutionSet', id: 401 }),
      request({ type: 'pause', id: 1 }),
      request({ type: 'pause', id: 0 }),
      request({ type: 'predictive' }),
      request({ type: 'logout' }),
      request({ type: 'exit' }),
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom(0, 500, 3000, 12_000, 130_000).map((ms) => ({ type: 'time' as const, ms })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('answer', 'customerEnds', 'lineFails', 'phoneFails', 'leave', 'signIn', 'elsewhere')
      .map((type) => ({ type }) as Act),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('stop', 'pause', 'resume', 'start', 'stuck', 'full', 'room')
      .map((type) => ({ type }) as Act),
  },
);

const scenario = scenarioOf([
  { direction: 'outgoing' },
  { direction: 'incoming' },
  { missed: true },
  { direction: 'predictive', comesAfterSeconds: 1 },
]);

/** A trainee, a trainer and the world, in any order. */
class World {
  readonly training = new TrainingUnderTest();
  desk: Desk = this.training.desk().logIn();
  #desks = 0;

  do(act: Act): void {
    const { training } = this;
    const run = training.runs.of('agent1')[0]?.id ?? '';
    const call = training.voice.calls.at(-1);
    switch (act.type) {
      case 'request':
        return void this.desk.send(act.request);
      case 'time':
        return training.clock.advance(act.ms);
      case 'answer':
        return void (call && training.join(call));
      case 'customerEnds':
        return call?.report({ type: 'ended', by: 'customer' });
      case 'lineFails':
        return call?.report({ type: 'ended', by: 'server' });
      case 'phoneFails':
        return call?.report({ type: 'operatorFailed', reason: 'no-answer' });
      case 'leave':
        return this.desk.leave();
      case 'signIn':
        return void this.desk.logIn();
      case 'elsewhere':
        this.desk = training.desk('agent1', `desk ${++this.#desks}`).logIn();
        return;
      case 'stop':
        return void training.runs.stop(run, 'by trainer1');
      case 'pause':
        return void training.runs.pause(run);
      case 'resume':
        return void training.runs.resume(run);
      case 'start':
        return void training.runs.start({ scenario, trainee: 'agent1', language: 'uk', startedBy: 'trainer1' });
      case 'stuck':
        return void training.runs.push(run, { stuck: true });
      case 'full':
        return training.database.exec('PRAGMA query_only = 1');
      case 'room':
        return training.database.exec('PRAGMA query_only = 0');
    }
  }
}

describe('any order of what trainee, trainer and network do', () => {
  it('leaves no run playing without a call, no second run, and ends every run', () => {
    let played = 0;
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 15, maxLength: 30, size: 'max' }), (acts) => {
        const world = new World();
        const { training } = world;
        world.do({ type: 'start' });
        try {
          for (const act of acts) {
            world.do(act);
            const lasting = training.runs.of('agent1').filter(({ endedAt }) => endedAt === null);
            expect(lasting.length).toBeLessThanOrEqual(1);
            const state = training.farm.stateOf('agent1');
            const live = state && liveCallOf(state);
            const playing = lasting.filter(({ status }) => status === 'playing');
            played += playing.length;
            expect(playing.every(({ traceIds }) => traceIds.at(-1) === live)).toBe(true);
            expect(
              training.runs.of('agent1').every(({ status, endedAt }) => isEnd(status) === (endedAt !== null)),
            ).toBe(true);
          }
          world.do({ type: 'room' });
          training.runs.close();
          expect(training.store.of(() => true).every(({ endedAt }) => endedAt !== null)).toBe(true);
        } finally {
          training.close();
        }
        expect(training.clock.waiting).toBe(0);
      }),
      { numRuns: 60 },
    );
    expect(played).toBeGreaterThan(10);
  }, 60_000);
});

const isEnd = (status: string): boolean => ['done', 'stopped', 'failed'].includes(status);
