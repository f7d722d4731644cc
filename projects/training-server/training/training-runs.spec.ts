import { failures } from './run-event';
import { scenarioOf, TrainingUnderTest } from './training.fixture';

let training: TrainingUnderTest;
beforeEach(() => (training = new TrainingUnderTest()));
afterEach(() => training.close());

const incoming = scenarioOf([{ comesAfterSeconds: 3 }]);
const twoCalls = scenarioOf([{}, { comesAfterSeconds: 7 }]);
const saved = { type: 'resolutionSet', id: 304 } as const;

describe('a run', () => {
  it('plays an incoming call, from the start to the code', () => {
    const desk = training.desk().logIn();
    const id = training.start(incoming);
    expect(training.run(id)).toMatchObject({ status: 'waiting', call: 0, traceIds: [], startedBy: 'trainer1' });
    training.clock.advance(3000);
    const { callTraceId } = training.voice.last;
    expect(training.voice.last.request).toMatchObject({ customerNumber: '0661234567', direction: 'incoming' });
    expect(training.run(id)).toMatchObject({ status: 'playing', traceIds: [callTraceId] });
    training.join();
    training.voice.last.report({ type: 'ended', by: 'customer' });
    expect(training.run(id)).toMatchObject({ status: 'afterCall', endedAt: null });
    expect(desk.state).toBe('STATE_CLERICAL');
    desk.send(saved);
    training.clock.advance(1000);
    expect(training.run(id)).toMatchObject({ status: 'done', reason: null, traceIds: [callTraceId] });
    expect(training.run(id).endedAt).toBe(training.clock.now() - 500);
  });

  it('waits until the trainee has signed in', () => {
    const id = training.start(incoming);
    training.clock.advance(20_000);
    expect(training.voice.calls).toEqual([]);
    training.desk().logIn();
    training.clock.advance(0);
    expect(training.run(id).status).toBe('playing');
  });

  it('waits while the trainee is in a call of others', () => {
    const desk = training.desk().logIn();
    desk.send({ type: 'makeCall', phoneNumber: '0661234501' });
    training.voice.last.answer();
    const id = training.start(incoming);
    training.clock.advance(10_000);
    expect(training.run(id)).toMatchObject({ status: 'waiting', traceIds: [] });
    expect(training.voice.last.request.customer).toBeUndefined();
    desk.send({ type: 'closeCall' }, { type: 'resolutionSet', id: 4 });
    training.clock.advance(1000);
    expect(training.run(id).status).toBe('playing');
  });

  it.each(['0661234567', '+380661234567', '380 66 123-45-67', '(066) 123 45 67'])(
    'knows the number that the trainee dials: %s',
    (phoneNumber) => {
      const desk = training.desk().logIn();
      const id = training.start(scenarioOf([{ direction: 'outgoing', dialled: 'busy' }]));
      desk.send({ type: 'makeCall', phoneNumber });
      expect(training.run(id).status).toBe('playing');
      expect(training.voice.last.request.customer?.dialled).toBe('busy');
    },
  );

  it('leaves calls to other numbers as they are', () => {
    const desk = training.desk().logIn();
    const id = training.start(scenarioOf([{ direction: 'outgoing' }]));
    desk.send({ type: 'makeCall', phoneNumber: '0661234501' });
    expect(training.voice.last.request.customer).toBeUndefined();
    expect(training.run(id).status).toBe('waiting');
  });

  it('brings calls of the queue that fits, if the scenario names none', () => {
    training.desk('agent1').logIn();
    training.desk('agent2').logIn();
    training.start(scenarioOf([{ direction: 'predictive' }]));
    training.start(incoming, { trainee: 'agent2' });
    training.clock.advance(3000);
    expect(training.voice.calls.map(({ request }) => request.queueName)).toEqual(['PD_Telemarketing', 'IN_Support']);
  });

  it('says which turn the customer is in, during the call', () => {
    const desk = training.desk().logIn();
    const id = training.start(scenarioOf([{ turns: [{ id: 'asks', next: [{ when: { after: 99 }, go: 'end' }] }] }]));
    training.clock.advance(3000);
    expect(training.run(id).turn).toBeNull();
    training.join();
    expect(training.run(id).turn).toBe('asks');
    desk.send({ type: 'holdCall' }, { type: 'retrieveCall' });
    expect(training.run(id).turn).toBe('asks');
    training.voice.last.report({ type: 'ended', by: 'customer' });
    expect(training.run(id)).toMatchObject({ status: 'afterCall', turn: null });
  });

  it('knows that a busy customer ended the call', () => {
    const desk = training.desk().logIn();
    const id = training.start(scenarioOf([{ direction: 'outgoing', dialled: 'busy' }]));
    desk.send({ type: 'makeCall', phoneNumber: '0661234567' });
    training.voice.last.report({ type: 'operatorAnswered' });
    training.voice.last.report({ type: 'customerFailed', reason: 'busy' });
    expect(training.runs.timelineOf(training.run(id).traceIds[0] ?? '')).toContainEqual(
      expect.objectContaining({ type: 'ended', by: 'customer' }),
    );
  });

  it('goes on to the next call at its time', () => {
    const desk = training.desk().logIn();
    const id = training.start(twoCalls);
    training.clock.advance(3000);
    training.join();
    training.voice.last.report({ type: 'ended', by: 'customer' });
    training.clock.advance(1000);
    desk.send(saved);
    training.clock.advance(5999);
    expect(training.run(id)).toMatchObject({ status: 'afterCall', call: 1 });
    training.clock.advance(1);
    expect(training.run(id)).toMatchObject({ status: 'playing', call: 1 });
    expect(training.voice.calls).toHaveLength(2);
  });

  it('misses a call: the phone does not ring, and Force Pause follows', () => {
    const desk = training.desk().logIn();
    const id = training.start(scenarioOf([{ missed: true }]));
    training.clock.advance(3000);
    expect(desk.state).toBe('STATE_CALL_DELIVERED');
    expect(training.voice.calls).toEqual([]);
    training.clock.advance(9999);
    expect(desk.state).toBe('STATE_CALL_DELIVERED');
    training.clock.advance(1);
    expect(desk.state).toBe('STATE_PAUSE');
    expect(training.run(id).status).toBe('afterCall');
    desk.send({ type: 'pause', id: 0 });
    expect(training.run(id).status).toBe('done');
    const events = training.runs.timelineOf(training.run(id).traceIds[0] ?? '');
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['ringing', 'fault', 'ended', 'stateChanged', 'repair']),
    );
    expect(events).toContainEqual({ type: 'repair', action: 'endPause', atMs: 10_000 });
  });

  it('plays to two trainees at once, each with an own customer', () => {
    training.desk('agent1').logIn();
    training.desk('agent2').logIn();
    const one = training.start(incoming);
    const two = training.start(incoming, { trainee: 'agent2', language: 'en' });
    training.clock.advance(3000);
    const [first, second] = training.voice.calls;
    expect([first?.request.extension, second?.request.extension]).toEqual(['1001', '1002']);
    first?.report({ type: 'ended', by: 'customer' });
    expect(training.run(one).status).toBe('done');
    expect(training.run(two)).toMatchObject({ status: 'playing', language: 'en' });
  });
});

describe('a start', () => {
  it.each([
    ['a second run', 'has-a-run', { trainee: 'agent1' }],
    ['somebody unknown', 'no-such-trainee', { trainee: 'agent99' }],
    ['somebody without a phone', 'no-such-trainee', { trainee: 'trainer1' }],
    ['another language', 'not-that-language', { trainee: 'agent2', language: 'ru' as const }],
    ['an unknown queue', 'no-such-queue', { trainee: 'agent2', scenario: scenarioOf([{ queue: 'None' }]) }],
  ])('is refused for %s', (_who, refused, rest) => {
    training.start();
    const start = { scenario: incoming, language: 'uk' as const, startedBy: 'trainer1', ...rest };
    expect(training.runs.start(start)).toMatchObject({ refused });
  });

  it('is possible again after the end', () => {
    training.runs.stop(training.start(), 'by trainer1');
    expect(training.run(training.start()).status).toBe('waiting');
  });
});

describe('a customer who cannot speak', () => {
  const speaking = scenarioOf([
    { turns: [{ id: 'asks', say: 'Who is it?', next: [{ when: { after: 5 }, go: 'end' }] }] },
  ]);

  it('ends the run with the reason, and leaves the call', async () => {
    training.close();
    training = new TrainingUnderTest({ speak: () => Promise.reject(new Error('no voice')) });
    training.desk().logIn();
    const id = training.start(speaking);
    training.clock.advance(3000);
    const voice = training.join();
    await new Promise((resolve) => setImmediate(resolve));
    expect(training.run(id)).toMatchObject({ status: 'failed', reason: 'The customer cannot speak: no voice' });
    expect(voice.done).toEqual(['hush', 'hangUp']);
  });

  it('is known before the run', () => {
    training.close();
    training = new TrainingUnderTest({ whyMute: () => 'espeak-ng is missing' });
    const start = { trainee: 'agent1', language: 'uk' as const, startedBy: 'trainer1' };
    expect(training.runs.start({ ...start, scenario: speaking })).toEqual({
      ...{ refused: 'no-speech', message: 'espeak-ng is missing' },
    });
    expect(training.runs.start({ ...start, scenario: incoming })).toHaveProperty('run');
  });
});

describe('a stop', () => {
  const running = {
    waiting: () => undefined,
    ringing: () => {
      training.clock.advance(3000);
      training.placed();
    },
    talking: () => {
      training.clock.advance(3000);
      training.join();
    },
    'after the call': () => {
      training.clock.advance(3000);
      training.join();
      training.voice.last.report({ type: 'ended', by: 'customer' });
    },
    paused: () => training.runs.pause(training.runs.of('agent1')[0]?.id ?? ''),
  };

  it.each(Object.entries(running))('ends a run: %s', (_state, lead) => {
    training.desk().logIn();
    const id = training.start(twoCalls);
    lead();
    expect(training.runs.stop(id, 'by trainer1')).toBe(true);
    expect(training.run(id)).toMatchObject({ status: 'stopped', reason: 'by trainer1', turn: null });
    expect(training.run(id).endedAt).not.toBeNull();
    const placed = training.voice.calls.length;
    training.clock.advance(100_000);
    expect(training.voice.calls).toHaveLength(placed);
    expect(training.runs.stop(id, 'again')).toBe(false);
    expect([training.runs.pause(id), training.runs.resume(id), training.runs.mark(id, '!', 'trainer1')]).toEqual([
      ...[false, false, false],
    ]);
  });

  it.each(['ringing', 'talking'] as const)('makes the customer leave: %s', (state) => {
    training.desk().logIn();
    const id = training.start();
    running[state]();
    training.runs.stop(id, 'by trainer1');
    expect(training.placed().done).toEqual(['hush', 'hangUp']);
  });
});

describe('a pause', () => {
  it('keeps calls away, and lets them come again', () => {
    training.desk().logIn();
    const id = training.start();
    expect(training.runs.pause(id)).toBe(true);
    training.clock.advance(60_000);
    expect(training.run(id).status).toBe('paused');
    expect(training.voice.calls).toEqual([]);
    expect(training.runs.resume(id)).toBe(true);
    training.clock.advance(0);
    expect(training.run(id).status).toBe('playing');
  });
});

describe('a trainee', () => {
  it('who signs in elsewhere loses the call, and the run goes on there', () => {
    const office = training.desk('agent1', 'office').logIn();
    const id = training.start(twoCalls);
    training.clock.advance(3000);
    training.join();
    training.desk('agent1', 'home').logIn();
    expect(office.isDismissed).toBe(true);
    expect(training.run(id)).toMatchObject({ status: 'afterCall' });
    training.clock.advance(7000);
    expect(training.run(id)).toMatchObject({ status: 'playing', call: 1 });
  });

  it('who comes back to the call finds the run as it was', () => {
    const desk = training.desk().logIn();
    const id = training.start();
    training.clock.advance(3000);
    training.join();
    desk.leave();
    training.desk('agent1', 'another').logIn();
    expect(training.run(id).status).toBe('playing');
  });

  it('who logs out and in again is called then', () => {
    const desk = training.desk().logIn();
    const id = training.start();
    desk.send({ type: 'logout' });
    training.clock.advance(10_000);
    expect(training.run(id).status).toBe('waiting');
    desk.logIn();
    training.clock.advance(0);
    expect(training.run(id).status).toBe('playing');
  });

  it('who gets another extension before they log in is called at the new one', () => {
    training.close();
    let extension = '1099';
    training = new TrainingUnderTest({ extensionOf: (login) => (login === 'agent1' ? extension : '1099') });
    const id = training.start(scenarioOf([{ direction: 'outgoing' }, {}]));
    extension = '1001';
    const desk = training.desk().logIn();
    desk.send({ type: 'makeCall', phoneNumber: '0661234567' });
    expect(training.run(id)).toMatchObject({ status: 'playing', call: 0 });
    training.voice.last.report({ type: 'ended', by: 'customer' });
    desk.send({ type: 'resolutionSet', id: 304 });
    training.clock.advance(60_000);
    expect(training.run(id)).toMatchObject({ status: 'playing', call: 1 });
    expect(training.voice.last.request).toMatchObject({ extension: '1001', direction: 'incoming' });
  });

  it('does not get the customers of somebody who had the extension before', () => {
    training.close();
    training = new TrainingUnderTest({ extensionOf: () => '1001' });
    const id = training.start(scenarioOf([{ direction: 'outgoing' }]), { trainee: 'agent2' });
    training.desk('agent1').logIn().send({ type: 'makeCall', phoneNumber: '0661234567' });
    expect(training.voice.last.request).not.toHaveProperty('customer');
    expect(training.run(id).status).toBe('waiting');
  });

  it('who leaves the desk for good fails', () => {
    const desk = training.desk().logIn();
    const id = training.start();
    training.clock.advance(3000);
    training.join();
    desk.leave();
    training.clock.advance(120_000);
    expect(training.run(id)).toMatchObject({ status: 'failed', reason: failures.gone });
  });

  it('has as long as the scenario says, from the sign-in', () => {
    const id = training.start(scenarioOf([{ direction: 'outgoing' }], { limitSeconds: 60 }));
    training.clock.advance(100_000);
    expect(training.run(id).status).toBe('waiting');
    training.desk().logIn();
    training.clock.advance(59_999);
    expect(training.run(id).status).toBe('waiting');
    training.clock.advance(1);
    expect(training.run(id)).toMatchObject({ status: 'failed', reason: failures.limit });
  });

  it('who is here from the start has no longer, whatever they do', () => {
    const desk = training.desk().logIn();
    const id = training.start(scenarioOf([{ direction: 'outgoing' }], { limitSeconds: 60 }));
    training.clock.advance(30_000);
    desk.send({ type: 'pause', id: 1 });
    training.clock.advance(30_000);
    expect(training.run(id)).toMatchObject({ status: 'failed', reason: failures.limit });
  });

  it('who does not sign in for a shift does not come', () => {
    const id = training.start();
    training.clock.advance(12 * 3_600_000 - 1);
    expect(training.run(id).status).toBe('waiting');
    training.clock.advance(1);
    expect(training.run(id)).toMatchObject({ status: 'failed', reason: failures.limit });
  });

  it('leaves no timer behind', () => {
    const id = training.start();
    training.desk().logIn();
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    expect(training.clock.waiting).toBe(0);
  });

  it('with automatic dialling gets the calls of the run alone, and others after it', () => {
    const desk = training.desk().logIn().send({ type: 'predictive' });
    const id = training.start(scenarioOf([{ direction: 'predictive', comesAfterSeconds: 30 }]));
    training.clock.advance(29_000);
    expect(training.voice.calls).toEqual([]);
    training.clock.advance(1000);
    expect(training.voice.last.request).toMatchObject({ direction: 'predictive', customerNumber: '0661234567' });
    training.runs.stop(id, 'by trainer1');
    training.voice.last.report({ type: 'ended', by: 'customer' });
    expect(desk.state).toBe('STATE_IDLE');
    training.clock.advance(5000);
    expect(training.voice.last.request).toMatchObject({ direction: 'predictive', customerNumber: '0661234501' });
  });

  it('gets automatic calls again although nothing else happened', () => {
    training.desk().logIn().send({ type: 'predictive' });
    const id = training.start(scenarioOf([{ direction: 'outgoing' }]));
    training.clock.advance(20_000);
    expect(training.voice.calls).toEqual([]);
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(5000);
    expect(training.voice.calls).toHaveLength(1);
  });
});
