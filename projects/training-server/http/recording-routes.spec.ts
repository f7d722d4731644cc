import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerUnderTest } from '../server.fixture';

const login = { type: 'login', user: 'agent1', password: 'training', extension: '1001' };
const record = '/records/mediatel-record';

let server: ServerUnderTest;
let cookie: string;

beforeEach(() => (server = new ServerUnderTest()));
afterEach(() => server.close());

describe('recordings', () => {
  const wav = Buffer.from('RIFF0123456789');

  beforeEach(async () => {
    await server.start();
    cookie = await server.signIn('agent1');
    const browser = server.connect(cookie);
    browser.send(login);
    await browser.state('STATE_IDLE');
    browser.send({ type: 'makeCall', phoneNumber: '0661234501' });
    await browser.state('STATE_MAKECALL_REQUEST');
    writeFileSync(join(server.recordingsDir, '1185574264.wav'), wav);
  });

  it('recordings are for the call’s operator and for supervisors', async () => {
    const statusFor = async (login: string, id = '1185574264') => {
      const response = await server.fetch(`${record}?calltraceID=${id}`, { cookie: await server.signIn(login) });
      return response.status;
    };
    expect(await statusFor('agent1')).toBe(200);
    expect(await statusFor('agent2')).toBe(403);
    expect(await statusFor('supervisor1')).toBe(200);
    expect(await statusFor('supervisor1', '42')).toBe(404);
  });

  it('recordings are for everyone if no cookie is needed', async () => {
    await server.stop();
    await server.start({ MEDIATEL_AUTH: 'none' });
    expect((await server.fetch(`${record}?calltraceID=1185574264`)).status).toBe(200);
  });

  it('are streamed, with ranges', async () => {
    const whole = await server.fetch(`${record}?calltraceID=1185574264`, { cookie });
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('audio/wav');
    expect(whole.headers.get('content-disposition')).toBeNull();
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(wav);
    const part = await server.fetch(`${record}?calltraceID=1185574264`, { cookie, headers: { range: 'bytes=4-7' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 4-7/14');
    expect(await part.text()).toBe('0123');
    const beyond = await server.fetch(`${record}?calltraceID=1185574264`, { cookie, headers: { range: 'bytes=99-' } });
    expect(beyond.status).toBe(416);
  });

  it('recordings are saved on request', async () => {
    const response = await server.fetch(`${record}?calltraceID=1185574264&download=1`, { cookie });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="1185574264.wav"');
    expect(response.headers.get('content-type')).toBe('audio/wav');
  });

  it('need the cookie', async () => {
    expect((await server.fetch(`${record}?calltraceID=1185574264`)).status).toBe(403);
  });

  it.each([
    ['calltraceID=42', 403],
    ['', 400],
    ['calltraceID=', 400],
    ['calltraceID=..%2Fcookie-secret', 400],
    ['calltraceID=1185574264.wav', 400],
    ['calltraceID=1185574264%00', 400],
    ['calltraceID=1185574264&calltraceID=1', 400],
  ])('"%s" is answered %i', async (query, status) => {
    const response = await server.fetch(`${record}?${query}`, { cookie });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.any(String) });
  });
});
