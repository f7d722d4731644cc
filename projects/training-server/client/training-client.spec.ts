import { ServerUnderTest, type TestSocket } from '../server.fixture';
import type { TrainingRun } from '../../training-kit';
import { TrainingClient } from './training-client';
import { TrainingServerError } from './training-server-error';

const ourCall = `id: our-call
version: 1
title: Our call
about: A customer calls.
languages: [en]
calls: [{ direction: incoming, customer: { number: '0661234567', name: Olha } }]
`;

let server: ServerUnderTest;
let client: TrainingClient;

beforeEach(async () => {
  server = await new ServerUnderTest().start();
  client = await TrainingClient.signIn({ url: `${server.url}/` });
});
afterEach(() => server.close());

async function available(): Promise<TestSocket> {
  const socket = server.connect(await server.signIn('agent1'));
  await socket.next('data');
  socket.send({ type: 'login', user: 'agent1', password: 'training', extension: '1001' });
  await socket.state('STATE_IDLE');
  return socket;
}

describe('TrainingClient', () => {
  it('brings a call, and finds it in the list', async () => {
    const desk = await available();
    const traceId = await client.callComesIn({ agent: 'agent1', ani: '066 123 45 01' });
    expect(await desk.state('STATE_CALL_DELIVERED')).toMatchObject({ callTraceID: traceId });
    const call = await client.untilCall(({ operator }) => operator === 'agent1');
    expect(call).toMatchObject({ traceId, direction: 'incoming', codes: [], duration: null });
  });

  it('sends a made-up snapshot', async () => {
    const desk = await available();
    await client.showSnapshot('agent1', { state: 'STATE_HOLD' }, ['status']);
    expect(Object.keys(await desk.state('STATE_HOLD'))).not.toContain('status');
  });

  it('degrades a line and restores it', async () => {
    await client.degradeLine('agent1', { lossPercent: 10 });
    expect(server.voice.lines.get('1001')).toEqual({ lossPercent: 10, delayMs: 0, jitterMs: 0 });
    await client.degradeLine('agent1', {});
    expect(server.voice.lines.get('1001')).toMatchObject({ lossPercent: 0 });
  });

  it('breaks a line', async () => {
    const desk = await available();
    await client.breakLine('agent1', { line: 'mediatel', seconds: 5 });
    expect(await desk.next('disconnect')).toEqual({ reason: 'transport close' });
  });

  it('plans a fault of resumed calls', async () => {
    await client.failResumption('agent1', 'silent');
    await client.failResumption('agent1', '407', 2);
    expect(server.voice.resumptions).toEqual(['1001 silent 1', '1001 407 2']);
    await expect(client.failResumption('agent1', '481', 101)).rejects.toMatchObject({ reason: 'bad-request' });
  });

  it('writes a scenario, plays it and waits for what it does', async () => {
    const trainer = await TrainingClient.signIn({ url: server.url, login: 'trainer1' });
    await trainer.writeScenario('our-call', ourCall);
    const desk = await available();
    // The client's type is the server's.
    const [run]: readonly TrainingRun[] = await trainer.startScenario({ scenario: 'our-call', trainees: ['agent1'] });
    expect(run).toMatchObject({ scenario: 'our-call', trainee: 'agent1', startedBy: 'trainer1', status: 'waiting' });
    const id = run?.id ?? '';
    server.clock.advance(3000);
    await desk.state('STATE_CALL_DELIVERED');
    const playing = await trainer.untilRun(id, ({ status }) => status === 'playing');
    expect(playing.traceIds).toEqual([server.voice.last.callTraceId]);
    server.voice.last.report({ type: 'ended', by: 'customer' });
    expect(await trainer.untilRun(id)).toMatchObject({ status: 'done', reason: null });
  });

  it('rejects a scenario with its problems, and a run that does not come', async () => {
    const trainer = await TrainingClient.signIn({ url: server.url, login: 'trainer1' });
    await expect(trainer.writeScenario('our-call', ourCall.replace('version: 1', 'version: 2'))).rejects.toMatchObject({
      reason: 'not-a-scenario',
      status: 422,
      message: expect.stringContaining('line 2: version: '),
    });
    await trainer.writeScenario('our-call', ourCall);
    const start = { scenario: 'our-call', trainees: ['agent1'] };
    const [run] = await trainer.startScenario(start);
    await expect(trainer.startScenario(start)).rejects.toMatchObject({ reason: 'has-a-run', status: 409 });
    await expect(trainer.untilRun(run?.id ?? '', undefined, 0)).rejects.toMatchObject({
      reason: 'too-late',
      message: expect.stringContaining('"status":"waiting"'),
    });
    await expect(client.startScenario(start)).rejects.toMatchObject({ reason: 'not-yours', status: 403 });
  });

  it('rejects with the server’s own reason', async () => {
    await expect(client.callComesIn({ agent: 'agent1', ani: '0661234501' })).rejects.toEqual(
      new TrainingServerError('not-available', 409, 'agent1 is not logged in and available'),
    );
    await expect(client.recording('1')).rejects.toMatchObject({ status: 404, reason: 'no-recording' });
    await expect(TrainingClient.signIn({ url: server.url, password: 'no' })).rejects.toMatchObject({ status: 401 });
  });

  it('says what it saw when no call fits in time', async () => {
    await expect(client.untilCall(() => false, 0)).rejects.toMatchObject({ reason: 'too-late' });
  });
});
