import { UsageError, readArguments } from './arguments';

const url = ['--url', 'https://mediatel.example/'];
const operator = ['--login', 'agent1', '--extension', '1001'];

describe('readArguments', () => {
  it('derives what is not given', () => {
    expect(readArguments(url)).toMatchObject({
      url: 'https://mediatel.example',
      origin: 'https://mediatel.example',
      recordings: 'https://mediatel.example',
      sip: null,
      login: null,
      call: null,
      clericalSeconds: 120,
      watchSeconds: 0,
      out: null,
    });
  });

  it('asks for help', () => {
    expect(readArguments(['--help'])).toBeNull();
  });

  it.each([
    ['no address', [], '--url is missing'],
    ['an address of another kind', ['--url', 'ftp://x'], '--url must be an address of http: or https:'],
    ['a page as SIP address', [...url, '--sip', 'https://x'], '--sip must be an address of ws: or wss:'],
    ['a password in an address', ['--url', 'https://a:b@x'], '--url must not contain a password'],
    ['a password', [...url, '--password', 'x'], "Unknown option '--password'"],
    ['a login alone', [...url, '--login', 'agent1'], '--login needs --extension'],
    ['a call without SIP', [...url, ...operator, '--call', '066'], '--call needs --login and --sip'],
    ['a queue without a call', [...url, '--queue', 'Q'], '--queue needs --call'],
    ['a code without a call', [...url, '--code', '4'], '--code needs --call'],
    ['a renewal without a call', [...url, '--renewal'], '--renewal needs --call'],
    ['a time in words', [...url, '--watch', 'long'], '--watch must be a whole number of seconds'],
    ['a STUN server of another kind', [...url, '--stun', 'turn:x'], '--stun must be stun:HOST:PORT'],
    ['an argument without a name', [...url, 'x'], 'Unexpected argument'],
  ])('refuses %s', (_what, argv, message) => {
    expect(() => readArguments(argv)).toThrow(UsageError);
    expect(() => readArguments(argv)).toThrow(message);
  });
});
