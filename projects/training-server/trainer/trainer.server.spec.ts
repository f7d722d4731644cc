import { isDeepStrictEqual } from 'node:util';
import { until } from 'test-kit';
import type { DeskView, TrainerFrame } from '../../training-kit';
import { earGraceMs } from './ears';
import { ServerUnderTest } from '../server.fixture';

describe('trainers at the training server', () => {
  let server: ServerUnderTest;
  beforeEach(() => (server = new ServerUnderTest()));
  afterEach(() => server.close());

  it.each([
    ['no cookie', async () => ({ cookie: undefined, headers: {} })],
    ['a forged cookie', async () => ({ cookie: 'VouchCookie=x.y.z', headers: {} })],
    [
      'a foreign page',
      async () => ({ cookie: await server.signIn('trainer1'), headers: { origin: 'http://evil.example' } }),
    ],
  ])('are refused at the door with %s', async (_whose, make) => {
    await server.start();
    const { cookie, headers } = await make();
    const trainer = server.connectTraining('trainer', cookie, headers);
    await trainer.next('connect_error');
    expect(trainer.socket.connected).toBe(false);
  });

  it('need the cookie even if the other sockets do not', async () => {
    await server.start({ MEDIATEL_AUTH: 'none' });
    const trainer = server.connectTraining('trainer');
    await trainer.next('connect_error');
    expect(trainer.socket.connected).toBe(false);
  });

  it('see every operator and no password, and each snapshot that a desk gets', async () => {
    await server.start();
    const trainer = server.connectTraining('trainer', await server.signIn('trainer1'));
    const picture = await trainer.next('picture');
    expect(picture['trainees']).toHaveLength(20);
    expect(JSON.stringify(picture)).not.toContain('training"');
    const desk = server.connect(await server.signIn('agent1'));
    desk.send({ type: 'login', user: 'agent1', password: 'training', extension: '1001' });
    const snapshot = await desk.state('STATE_IDLE');
    server.clock.advance(100);
    const seen = { login: 'agent1', snapshot, reachable: true, watchable: false };
    await trainer.next('frame', (frame) => isDeepStrictEqual(deskIn(frame), seen));
    desk.socket.disconnect();
    await until(() => {
      server.clock.advance(60_000);
      return trainer.seen.some(({ data }) => deskIn(data)?.snapshot === null);
    }, 'the desk is gone');
  });
});

it('open ears at the calls of the trainee’s extension, and the trainee sees it', async () => {
  const server = await new ServerUnderTest().start();
  const tab = server.connectTraining('trainee', await server.signIn('agent12'));
  await tab.next('state');
  const trainer = server.connectTraining('trainer', await server.signIn('trainer2'));
  await trainer.next('picture');
  const offered: unknown = await trainer.socket.emitWithAck('openEar', { trainee: 'agent12', mode: 'whisper' });
  expect(offered).toMatchObject({ outcome: 'offered', offer: 'offer' });
  expect(server.voice.ears).toEqual(['whisper 1012']);
  const { ears } = await tab.next('state');
  expect(ears).toEqual([expect.objectContaining({ trainer: 'trainer2', name: 'Taras Bilyk', mode: 'whisper' })]);
  await server.close();
});

it('hear nobody whose account is retired', async () => {
  const server = await new ServerUnderTest().start();
  const tab = server.connectTraining('trainee', await server.signIn('agent12'));
  await tab.next('state');
  const trainer = server.connectTraining('trainer', await server.signIn('trainer2'));
  await trainer.next('picture');
  await trainer.socket.emitWithAck('openEar', { trainee: 'agent12', mode: 'listen' });
  const admin = { cookie: await server.signIn('admin1'), headers: { 'content-type': 'application/json' } };
  const retired = await server.fetch('/v1/agents/312', { method: 'PUT', body: '{"State":0}', ...admin });
  expect(retired.status).toBe(200);
  await tab.next('disconnect');
  server.clock.advance(100);
  await trainer.next('frame', (frame) => earsIn(frame) === 1);
  server.clock.advance(earGraceMs);
  server.clock.advance(100);
  await trainer.next('frame', (frame) => earsIn(frame) === 0);
  await server.close();
});

/** How many ears a frame has; `undefined`: they have not changed. */
const earsIn = (frame: object): number | undefined => (frame as TrainerFrame).ears?.length;

/** The desk of agent1 in a frame. */
const deskIn = (frame: object): DeskView | undefined =>
  (frame as TrainerFrame).desks?.find(({ login }) => login === 'agent1');
