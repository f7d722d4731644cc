import type { Socket } from 'socket.io-client';
import type { EarOffer, TraineeState, TrainerFrame, TrainerPicture } from '../../training-kit';
import { until } from 'test-kit';
import { earGraceMs } from './ears';
import { TrainingUnderTest, next } from './training.fixture';

let server: TrainingUnderTest;
beforeEach(async () => {
  server = await new TrainingUnderTest().start();
});
afterEach(() => server.close());

const ask = <Answer = object>(socket: Socket, event: string, wanted: unknown): Promise<Answer> =>
  socket.emitWithAck(event, wanted);

/** A connected trainer's page. */
async function trainer(user = 'trainer1', page?: string): Promise<Socket> {
  const socket = server.connect('trainer', user, page);
  await next(socket, 'picture');
  return socket;
}

/** A tab of a trainee, with every state that it got. */
async function tab(user = 'agent1'): Promise<{ socket: Socket; states: TraineeState[] }> {
  const socket = server.connect('trainee', user);
  const states: TraineeState[] = [];
  socket.on('state', (state: TraineeState) => states.push(state));
  await until(() => states.length > 0, 'the first state');
  return { socket, states };
}

/** Opens an ear until it is heard. */
async function openEar(socket: Socket, mode: string, trainee = 'agent1'): Promise<string> {
  const { ear } = await ask<EarOffer>(socket, 'openEar', { trainee, mode });
  expect(await ask(socket, 'answerEar', { ear, answer: 'answer' })).toEqual({ outcome: 'done' });
  return ear;
}

describe('who may connect', () => {
  it.each([
    ['trainer', 'agent1', 'not-a-trainer'],
    ['trainer', 'supervisor1', 'not-a-trainer'],
    ['trainee', 'trainer1', 'not-a-trainee'],
    ['trainee', 'nobody', 'not-a-trainee'],
  ] as const)('%s: not %s', async (side, user, reason) => {
    expect(await next<Error>(server.connect(side, user), 'connect_error')).toMatchObject({ message: reason });
  });
});

it('whose account is no trainer’s any more is cut off, and hears nothing', async () => {
  await tab();
  const socket = await trainer();
  await openEar(socket, 'listen');
  const gone = next(socket, 'disconnect');
  server.trainers.delete('trainer1');
  server.training.dismissFormer();
  await gone;
  server.clock.advance(earGraceMs);
  expect(server.ears.last.done).toEqual(['answer', 'close']);
});

describe('a trainer’s page', () => {
  it('gets everybody first, logged in or not, then only the newest snapshot of each', async () => {
    server.training.desks.sent('agent2', 'host-1', { state: 'STATE_IDLE' });
    const socket = server.connect('trainer', 'trainer1');
    const picture = await next<TrainerPicture>(socket, 'picture');
    expect(picture.trainees.map(({ login }) => login)).toEqual(['agent1', 'agent2']);
    expect(picture.desks).toEqual([
      { login: 'agent1', snapshot: null, reachable: true, watchable: false },
      { login: 'agent2', snapshot: { state: 'STATE_IDLE' }, reachable: true, watchable: false },
    ]);
    const frame = next<TrainerFrame>(socket, 'frame');
    for (const state of ['STATE_CALL_DELIVERED', 'STATE_CALL_ACTIVE'])
      server.training.desks.sent('agent2', 'host-1', { state });
    server.clock.advance(100);
    expect((await frame).desks).toContainEqual(
      expect.objectContaining({ login: 'agent2', snapshot: { state: 'STATE_CALL_ACTIVE' } }),
    );
  });

  it('gets nothing while nothing changes', async () => {
    const socket = await trainer();
    server.clock.advance(100);
    await next(socket, 'frame');
    const frames: TrainerFrame[] = [];
    socket.on('frame', (frame: TrainerFrame) => frames.push(frame));
    server.clock.advance(5000);
    server.registered.delete('1002');
    server.clock.advance(100);
    await until(() => frames.length > 0, 'the frame of the lost registration');
    expect(frames.flatMap(({ desks }) => desks)).toEqual([
      { login: 'agent2', snapshot: null, reachable: false, watchable: false },
    ]);
  });

  it('starts a scenario for several, and learns trainee by trainee why not', async () => {
    const socket = await trainer();
    const wanted = { scenario: 'hold-and-return', language: 'uk', trainees: ['agent1', 'agent2', 'crowd1-1'] };
    expect(await ask(socket, 'start', wanted)).toMatchObject({
      outcome: 'started',
      runs: [{ trainee: 'agent1', startedBy: 'trainer1' }, { trainee: 'agent2' }],
      refused: [{ trainee: 'crowd1-1', reason: 'unknown-trainee' }],
    });
    expect(await ask(socket, 'start', { ...wanted, trainees: ['agent1'] })).toMatchObject({
      runs: [],
      refused: [{ trainee: 'agent1', reason: 'busy' }],
    });
    const frame = next<TrainerFrame>(socket, 'frame');
    server.clock.advance(100);
    expect((await frame).runs?.map(({ id }) => id)).toEqual(['run-1', 'run-2']);
  });

  it('pauses, resumes, pushes, marks and stops a run; the trainee’s tabs see it at once', async () => {
    const socket = await trainer();
    const { states } = await tab();
    await ask(socket, 'start', { scenario: 'hold-and-return', language: 'en', trainees: ['agent1'] });
    const run = 'run-1';
    await ask(socket, 'pause', { run });
    await ask(socket, 'resume', { run });
    expect(await ask(socket, 'push', { run, action: { audio: 'gone' } })).toEqual({ outcome: 'done' });
    expect(await ask(socket, 'mark', { run, note: ' good greeting ' })).toEqual({ outcome: 'done' });
    expect(await ask(socket, 'stop', { run })).toEqual({ outcome: 'done' });
    expect(server.runs.done).toEqual([{ audio: 'gone' }, { note: 'good greeting', by: 'trainer1' }]);
    const seen = states.map(({ run }) => run?.status ?? 'none');
    expect(seen.filter((status, place) => status !== seen[place - 1])).toEqual([
      ...['none', 'waiting', 'paused', 'playing', 'stopped'],
    ]);
    expect(await ask(socket, 'pause', { run: 'run-9' })).toEqual({ outcome: 'refused', reason: 'unknown-run' });
  });

  it.each([
    ['start', { scenario: 'x', trainees: [], language: 'uk' }],
    ['start', { scenario: 'x', trainees: ['agent1'], language: 'pl' }],
    ['push', { run: 'run-1', action: { hangUp: true, stuck: true } }],
    ['push', { run: 'run-1', action: { line: { lossPercent: 1000 } } }],
    ['push', { run: 'run-1', action: { say: ' ' } }],
    ['push', { run: 'run-1', action: { say: 'x'.repeat(301) } }],
    ['mark', { run: 'run-1', note: 'x'.repeat(501) }],
    ['openEar', { trainee: 'agent1', mode: 'shout' }],
    ['answerEar', { ear: 'x', answer: 'x'.repeat(20_001) }],
    ['stop', null],
    ['stop', { run: 7 }],
  ])('is refused what nobody can read: %s %j', async (event, wanted) => {
    expect(await ask(await trainer(), event, wanted)).toEqual({ outcome: 'refused', reason: 'invalid' });
  });

  it('is cut off if it floods', async () => {
    const socket = await trainer();
    const gone = next(socket, 'disconnect');
    for (let sent = 0; sent < 40; sent++) socket.emit('stop', { run: 'x' }, () => undefined);
    expect(await gone).toBe('io server disconnect');
  });
});

describe('an ear', () => {
  it('is shown in every tab before anything is heard, and in a tab that comes later', async () => {
    const socket = await trainer();
    const first = await tab();
    const second = await tab();
    let prepare: () => void = () => undefined;
    server.ears.ready = new Promise((resolve) => (prepare = resolve));
    const asked = ask(socket, 'openEar', { trainee: 'agent1', mode: 'whisper' });
    // The sound is not even prepared.
    await until(() => first.states.at(-1)?.ears[0]?.state === 'opening', 'the announced ear');
    prepare();
    const offered = await asked;
    expect(offered).toMatchObject({ outcome: 'offered', offer: 'offer for 1001' });
    const shown = { trainer: 'trainer1', name: 'Name of trainer1', trainee: 'agent1', mode: 'whisper' };
    for (const { states } of [first, second, await tab()])
      expect(states.at(-1)?.ears).toEqual([expect.objectContaining({ ...shown, state: 'opening' })]);
    await ask(socket, 'answerEar', { ear: (offered as EarOffer).ear, answer: 'answer' });
    await until(() => first.states.at(-1)?.ears[0]?.state === 'open', 'the open ear');
    expect(server.ears.last.done).toEqual(['answer']);
  });

  it('opens only if a tab of the trainee can show it', async () => {
    const socket = await trainer();
    expect(await ask(socket, 'openEar', { trainee: 'agent2', mode: 'listen' })).toEqual({
      outcome: 'refused',
      reason: 'trainee-away',
    });
    expect(server.ears.opened).toEqual([]);
  });

  it('one trainer is the customer, another may listen; who is refused learns why', async () => {
    await tab();
    const [first, second] = [await trainer('trainer1'), await trainer('trainer2')];
    await openEar(first, 'customer');
    expect(await ask(second, 'openEar', { trainee: 'agent1', mode: 'customer' })).toEqual({
      outcome: 'refused',
      reason: 'customer-taken',
      by: 'Name of trainer1',
    });
    await openEar(second, 'listen');
    expect(server.ears.opened.map(({ mode }) => mode)).toEqual(['customer', 'listen']);
  });

  it('replaces the trainer’s earlier one', async () => {
    await tab('agent1');
    await tab('agent2');
    const socket = await trainer();
    await openEar(socket, 'listen', 'agent1');
    await openEar(socket, 'customer', 'agent2');
    expect(server.ears.opened[0]?.done).toEqual(['answer', 'close']);
    expect(server.ears.last.done).toEqual(['answer']);
  });

  it('is its trainer’s alone', async () => {
    await tab();
    const [first, second] = [await trainer('trainer1'), await trainer('trainer2')];
    const ear = await openEar(first, 'listen');
    expect(await ask(second, 'closeEar', { ear })).toEqual({ outcome: 'refused', reason: 'unknown-ear' });
    expect(await ask(first, 'closeEar', { ear })).toEqual({ outcome: 'done' });
  });

  it('outlasts a short loss of the trainer’s connection; the trainee sees both', async () => {
    const { states } = await tab();
    const socket = await trainer('trainer1', 'page-1');
    await openEar(socket, 'customer');
    socket.io.engine.close();
    await until(() => states.at(-1)?.ears[0]?.state === 'lost', 'the lost ear');
    server.clock.advance(earGraceMs - 1);
    await trainer('trainer1', 'page-1');
    await until(() => states.at(-1)?.ears[0]?.state === 'open', 'the open ear');
    server.clock.advance(earGraceMs);
    expect(server.ears.last.done).toEqual(['answer']);
  });

  it('closes when the trainer does not return, and the trainee sees it', async () => {
    const { states } = await tab();
    const socket = await trainer('trainer1', 'page-1');
    await openEar(socket, 'customer');
    socket.io.engine.close();
    await until(() => states.at(-1)?.ears[0]?.state === 'lost', 'the lost ear');
    // Another page of the same trainer has not the sound of the first.
    await trainer('trainer1', 'page-2');
    server.clock.advance(earGraceMs);
    await until(() => states.at(-1)?.ears.length === 0, 'no ear');
    expect(server.ears.last.done).toEqual(['answer', 'close']);
  });

  it('closes at once when the page leaves', async () => {
    const { states } = await tab();
    const socket = await trainer();
    await openEar(socket, 'listen');
    socket.disconnect();
    await until(() => states.at(-1)?.ears.length === 0, 'no ear');
  });

  it('outlasts a reload of the trainee’s only tab, and no longer absence', async () => {
    const socket = await trainer();
    const { socket: reloaded } = await tab();
    await openEar(socket, 'listen');
    const away = async (): Promise<void> => {
      const frame = next<TrainerFrame>(socket, 'frame');
      server.clock.advance(100);
      await frame;
    };
    reloaded.disconnect();
    await away();
    const { socket: again } = await tab();
    server.clock.advance(earGraceMs * 2);
    expect(server.ears.last.done).toEqual(['answer']);
    again.disconnect();
    await until(() => {
      server.clock.advance(earGraceMs);
      return server.ears.last.done.includes('close');
    }, 'the closed ear');
  });

  it('that the trainer’s browser never answers is gone after a minute', async () => {
    const { states } = await tab();
    const socket = await trainer();
    const { ear } = await ask<EarOffer>(socket, 'openEar', { trainee: 'agent1', mode: 'customer' });
    server.clock.advance(59_999);
    expect(server.ears.last.done).toEqual([]);
    server.clock.advance(1);
    expect(server.ears.last.done).toEqual(['close']);
    await until(() => states.at(-1)?.ears.length === 0, 'no ear');
    const late = await ask(socket, 'answerEar', { ear, answer: 'answer' });
    expect(late).toEqual({ outcome: 'refused', reason: 'unknown-ear' });
  });

  it('whose sound fails is refused, and nobody is shown as listening', async () => {
    const { states } = await tab();
    const socket = await trainer();
    server.ears.fails = true;
    expect(await ask(socket, 'openEar', { trainee: 'agent1', mode: 'listen' })).toEqual({
      outcome: 'refused',
      reason: 'no-sound',
    });
    await until(() => states.length === 3 && states.at(-1)?.ears.length === 0, 'announced, and gone');
    server.ears.fails = false;
    const ear = await openEar(socket, 'listen');
    server.ears.last.events.closed();
    await until(() => states.at(-1)?.ears.length === 0, 'no ear');
    expect(await ask(socket, 'closeEar', { ear })).toEqual({ outcome: 'refused', reason: 'unknown-ear' });
  });
});
