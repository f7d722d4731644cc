import { ServerUnderTest, type TestSocket } from '../server.fixture';
import { TrainingClient } from './training-client';
import { TrainingServerError } from './training-server-error';

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
