import { connect } from 'node:net';
import { ServerUnderTest } from '../server.fixture';

describe('the log, under a flood of what needs no cookie', () => {
  let server: ServerUnderTest;

  beforeEach(async () => (server = await new ServerUnderTest().start()));
  afterEach(() => server.close());

  const garbage = () =>
    new Promise<void>((resolve) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => socket.write('\x16\x03\x01 hello\r\n\r\n'));
      socket.once('close', () => resolve()).resume();
    });

  it.each<[string, string, (index: number) => Promise<unknown>]>([
    ['sockets without the cookie', 'not authorised', () => server.fetch('/ws')],
    ['another path each', 'not authorised', (index) => server.fetch(`/mediatel/socket.io/?${index}`)],
    ['HTTP that cannot be read', 'HTTP request could not be parsed', garbage],
    ['bodies that are none', 'request refused', () => server.post('/api/session', { login: 1 })],
    [
      'wrong sign-ins',
      'sign-in refused',
      (index) => server.post('/api/session', { login: `nobody${index}`, password: 'guess' }),
    ],
    [
      'sign-ins after too many',
      'sign-in refused: too many attempts',
      () => server.post('/api/session', { login: 'agent1', password: 'guess' }),
    ],
  ])('has one line a second: %s', async (_what, message, act) => {
    const lines = () => server.logged.filter((line) => line.includes(`"msg":"${message}"`));
    for (let index = 0; index < 30; index++) await act(index);
    expect(lines()).toHaveLength(1);
    server.clock.advance(1000);
    expect(lines()).toHaveLength(2);
    expect(JSON.parse(lines()[1] ?? '').more).toBeGreaterThan(20);
  });
});
