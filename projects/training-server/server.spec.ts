import { once } from 'node:events';
import pino from 'pino';
import { newAccounts } from './accounts';
import { readWav } from './media/wav';
import type { VoiceSide } from './server';
import { ServerUnderTest } from './server.fixture';
import { FakeTab } from './sip/fake-tab';
import { keptSpeech } from './sip/kept-speech';
import { createSipTelephony } from './telephony/sip-telephony';

/** Real SIP and audio, with customers who answer sooner than people do. */
const quickVoice = (recordingsDir: string): VoiceSide =>
  createSipTelephony({
    accounts: newAccounts(),
    recordingsDir,
    log: pino({ level: 'silent' }),
    publicAddress: '127.0.0.1',
    customerRingMs: 100,
    busyAfterMs: 50,
    sip: { auth: 'none' },
  });

describe('the whole server, over real SIP and audio', () => {
  let server: ServerUnderTest;
  let tab: FakeTab;

  const start = () => server.start({ MEDIATEL_AUTH: 'none' }, quickVoice(server.recordingsDir));

  beforeEach(async () => {
    server = new ServerUnderTest();
    await start();
    tab = new FakeTab({ url: `${server.url.replace('http', 'ws')}/ws`, sipLogin: 'sip12', instance: 'tab' });
    await tab.connect();
  });

  afterEach(async () => {
    tab.close();
    await server.close();
  });

  async function operator() {
    const browser = server.connect();
    browser.send({ type: 'login', user: 'agent12', password: 'training', extension: '1012' });
    await browser.state('STATE_IDLE');
    return browser;
  }

  it('calls a customer and keeps the recording over a restart', async () => {
    expect((await tab.register()).statusCode).toBe(200);
    tab.on('invite', (invite) => void tab.answer(invite));
    tab.audio.toneHz = 440;
    const browser = await operator();
    browser.send({ type: 'makeCall', phoneNumber: '0661234501' });
    await browser.state('STATE_MAKECALL_REQUEST');
    await browser.state('STATE_CALL_DELIVERED');
    const { callTraceID } = await browser.state('STATE_CALL_ACTIVE');
    await tab.audio.untilHeard((heard) => heard > 200);
    await tab.audio.speakInTime(1000);
    const { spoken } = tab.audio.pace;
    const bye = once(tab, 'bye');
    browser.send({ type: 'closeCall' });
    await browser.state('STATE_CLERICAL');
    await bye;
    browser.send({ type: 'resolutionSet', id: 4 });
    await browser.state('STATE_IDLE');

    await server.stop();
    await start();
    const response = await server.fetch(`/records/mediatel-record?calltraceID=${String(callTraceID)}`);
    expect(response.status).toBe(200);
    const [operatorSide] = readWav(Buffer.from(await response.arrayBuffer())).channels;
    expect(keptSpeech(440, operatorSide ?? new Int16Array(), spoken)).toBeGreaterThan(0.5);
    expect(await (await server.fetch('/api/calls')).json()).toMatchObject({
      calls: [{ traceId: callTraceID, operator: 'agent12', code: '10. Обіцянка про оплату' }],
    });
  });

  it('brings a call in and joins it to the operator', async () => {
    await tab.register();
    tab.on('invite', (invite) => void tab.answer(invite));
    const browser = await operator();
    expect((await server.post('/api/calls', { agent: 'agent12', ani: '0661234501' })).status).toBe(201);
    await browser.state('STATE_CALL_DELIVERED');
    await browser.state('STATE_CALL_ACTIVE');
    await tab.audio.untilHeard((heard) => heard > 200);
    browser.send({ type: 'closeCall' });
    await browser.state('STATE_CLERICAL');
  });

  it('reports a busy customer', async () => {
    await tab.register();
    tab.on('invite', (invite) => void tab.answer(invite));
    const browser = await operator();
    browser.send({ type: 'makeCall', phoneNumber: '0661234502' });
    await browser.state('STATE_CALL_DELIVERED');
    expect(await browser.state('STATE_CLERICAL')).toMatchObject({ callErrorText: 'Customer is busy' });
  });

  it('puts an operator without a browser on Force Pause', async () => {
    const browser = await operator();
    browser.send({ type: 'makeCall', phoneNumber: '0661234501' });
    expect(await browser.state('STATE_MAKECALL_FAILED')).toMatchObject({ callErrorID: '-223' });
    server.clock.advance(1000);
    expect(await browser.state('STATE_PAUSE')).toMatchObject({ pauseId: '99' });
  });
});
