import { ScenarioLibrary } from './scenario-library';
import { trainerRunsOf } from './trainer-runs-of';
import { TrainingUnderTest } from './training.fixture';

let training: TrainingUnderTest;
let whyMute: string | undefined;

beforeEach(() => {
  whyMute = undefined;
  training = new TrainingUnderTest({ whyMute: () => whyMute });
});
afterEach(() => training.close());

const library = new ScenarioLibrary('/nonexistent');
const page = () => trainerRunsOf({ runs: training.runs, library });
const wanted = { scenario: 'incoming', trainee: 'agent1', language: 'en', startedBy: 'trainer1' } as const;

/** A run that a trainer started. */
function started(): string {
  const run = page().start(wanted);
  if (typeof run === 'string') throw new Error(run);
  return run.id;
}

describe('the runs of a trainer’s page', () => {
  it('start by a scenario’s id, once for a trainee', () => {
    const id = started();
    expect(page().newest('agent1')).toMatchObject({ id, scenario: 'incoming', language: 'en', startedBy: 'trainer1' });
    expect(page().newest('agent2')).toBeNull();
    expect(page().start(wanted)).toBe('busy');
    expect(page().start({ ...wanted, scenario: 'none' })).toBe('unknown-scenario');
    expect(page().start({ ...wanted, trainee: 'agent99' })).toBe('unknown-trainee');
    whyMute = 'no espeak-ng';
    expect(page().start({ ...wanted, trainee: 'agent2' })).toBe('no-sound');
  });

  it('are steered', () => {
    training.desk().logIn();
    const id = started();
    expect(page().push(id, { hangUp: true })).toBe('no-call');
    expect(page().mark(id, '!', 'trainer1')).toBe('no-call');
    training.clock.advance(3000);
    training.join();
    expect(page().push(id, { audio: 'gone' })).toBeNull();
    expect(training.placed().done).toContain('gone');
    expect(page().mark(id, 'Good', 'trainer1')).toBeNull();
    expect(page().pause(id)).toBeNull();
    expect(page().resume(id)).toBeNull();
    expect(page().stop(id, 'trainer2')).toBeNull();
    expect(page().newest('agent1')).toMatchObject({ status: 'stopped', reason: 'Stopped by trainer2' });
  });

  it('are not steered once they are over, nor if there is none', () => {
    const id = started();
    page().stop(id, 'trainer1');
    const steer = (run: string) => [
      page().stop(run, 'x'),
      page().pause(run),
      page().resume(run),
      page().push(run, { stuck: true }),
    ];
    expect(new Set(steer(id))).toEqual(new Set(['run-over']));
    expect(new Set(steer('none'))).toEqual(new Set(['unknown-run']));
  });

  it('show their changes', () => {
    const seen: string[] = [];
    const stop = page().onChange(({ status }) => seen.push(status));
    page().stop(started(), 'trainer1');
    stop();
    expect(seen).toEqual(['waiting', 'stopped']);
  });
});
