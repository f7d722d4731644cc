import type { TimelineEvent, TurnAction } from '../../training-kit';
import { failures } from './run-event';
import { type Desk, scenarioOf, TrainingUnderTest } from './training.fixture';

let training: TrainingUnderTest;
let desk: Desk;
let run: string;

function begin(parts = {}): void {
  training = new TrainingUnderTest(parts);
  desk = training.desk().logIn();
  run = training.start(scenarioOf([{}, { comesAfterSeconds: 600 }]));
  training.clock.advance(3000);
  training.join();
}
beforeEach(() => begin());
afterEach(() => training.close());

const push = (action: TurnAction): boolean => training.runs.push(run, action);
const events = (): TimelineEvent[] => training.runs.timelineOf(training.run(run).traceIds[0] ?? '');
const faults = (): string[] => events().flatMap((event) => (event.type === 'fault' ? event.fault : []));
const repairs = (): string[] => events().flatMap((event) => (event.type === 'repair' ? event.action : []));
const stop = (): boolean => training.runs.stop(run, 'by trainer1');

describe('a bad line', () => {
  it('is bad until it is restored', () => {
    push({ line: { lossPercent: 10 } });
    expect(training.voice.lines.get('1001')).toEqual({ lossPercent: 10, delayMs: 0, jitterMs: 0 });
    push({ line: {} });
    expect(training.voice.lines.get('1001')).toEqual({ lossPercent: 0, delayMs: 0, jitterMs: 0 });
    expect(faults()).toEqual(['line', 'lineRestored']);
  });

  it('is good after the run', () => {
    push({ line: { delayMs: 400 } });
    stop();
    expect(training.voice.lines.get('1001')).toMatchObject({ delayMs: 0 });
  });
});

describe('the customer’s sound', () => {
  it('goes and comes back', () => {
    expect(push({ audio: 'gone' })).toBe(true);
    expect(push({ audio: 'back' })).toBe(true);
    expect(training.placed().done).toEqual(['gone', 'back']);
    expect(faults()).toEqual(['audioGone', 'audioBack']);
  });
});

describe('a cut', () => {
  it('breaks the sockets, and the return of the desk is a repair', () => {
    push({ cut: { link: 'both', seconds: 5 } });
    expect(training.cuts).toEqual(['agent1 mediatel 5000', 'agent1 sip 5000']);
    desk.leave();
    training.desk('agent1', 'morning');
    expect(repairs()).toEqual(['reconnect']);
  });

  it('is needed for a repair: a desk may also reconnect without one', () => {
    desk.leave();
    training.desk('agent1', 'morning');
    expect(repairs()).toEqual([]);
  });

  it('ends with the run', () => {
    push({ cut: { link: 'sip', seconds: 5 } });
    stop();
    expect(training.cuts).toEqual(['agent1 sip 5000', 'agent1 mediatel 0', 'agent1 sip 0']);
  });

  it('is no fault of the run if this server cannot make it', () => {
    training.close();
    begin({ cut: () => false });
    push({ cut: { link: 'sip', seconds: 5 } });
    expect(training.run(run)).toMatchObject({ status: 'playing', reason: failures.noCookies });
    expect(faults()).toEqual([]);
  });
});

describe('a stuck agent', () => {
  it('answers nothing until it is restarted', () => {
    push({ stuck: true });
    desk.send({ type: 'holdCall' }, { type: 'closeCall' });
    expect(desk.state).toBe('STATE_CALL_ACTIVE');
    expect(training.voice.last.done).not.toContain('hold');
    training.voice.last.report({ type: 'ended', by: 'customer' });
    expect(desk.state).toBe('STATE_CLERICAL');
    desk.send({ type: 'resolutionSet', id: 304 });
    expect(desk.state).toBe('STATE_CLERICAL');
    desk.send({ type: 'exit' });
    expect(desk.state).toBe('STATE_LOGOUT');
    desk.logIn();
    expect(desk.state).toBe('STATE_IDLE');
    expect(faults()).toEqual(['stuck']);
    expect(repairs()).toEqual(['restartAgent']);
  });

  it('answers again after the run', () => {
    push({ stuck: true });
    stop();
    desk.send({ type: 'closeCall' });
    expect(desk.state).toBe('STATE_CLERICAL');
  });

  it('is not repaired by the exit of an agent that works', () => {
    desk.send({ type: 'exit' });
    expect(repairs()).toEqual([]);
  });
});

describe('a second call', () => {
  it('rings as long as it was told, beside the first', () => {
    push({ secondCall: 10 });
    const [first, second] = training.voice.calls;
    expect(second?.request).toMatchObject({ extension: '1001', direction: 'incoming' });
    expect(second?.request.callTraceId).not.toBe(first?.request.callTraceId);
    expect(second?.request.customer).toBeUndefined();
    training.clock.advance(9999);
    expect(second?.done).toEqual([]);
    training.clock.advance(1);
    expect(second?.done).toEqual(['end']);
    expect(training.run(run)).toMatchObject({ status: 'playing', traceIds: [first?.request.callTraceId] });
    expect(faults()).toEqual(['secondCall']);
  });

  it('that the phone refuses leaves the first alone', () => {
    push({ secondCall: 10 });
    training.voice.last.report({ type: 'operatorFailed', reason: 'rejected', sipStatus: 486 });
    training.voice.last.report({ type: 'ended', by: 'server' });
    expect(training.run(run).status).toBe('playing');
    expect(desk.state).toBe('STATE_CALL_ACTIVE');
    const { waiting } = training.clock;
    training.clock.advance(10_000);
    expect(training.clock.waiting).toBe(waiting);
    expect(faults()).toEqual(['secondCall']);
  });

  it('that the phone answers wrongly is ended, and shown', () => {
    push({ secondCall: 10 });
    training.voice.last.report({ type: 'operatorAnswered' });
    expect(training.voice.last.done).toEqual(['end']);
    expect(faults()).toEqual(['secondCall', 'secondCallAnswered']);
  });

  it('ends with the run', () => {
    push({ secondCall: 60 });
    stop();
    expect(training.voice.last.done).toEqual(['end']);
  });
});

describe('a push', () => {
  it('needs a call', () => {
    training.voice.last.report({ type: 'ended', by: 'customer' });
    expect(push({ hangUp: true })).toBe(false);
    expect(push({ stuck: true })).toBe(false);
  });
});
