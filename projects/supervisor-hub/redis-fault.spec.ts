import { RedisFault } from './redis-fault';

const url = 'rediss://hub:s3cret@redis.example:6380/2';
const coded = (code: string, message = code): Error => Object.assign(new Error(message), { code });

describe('RedisFault', () => {
  it.each([
    ['wrong-password', new Error('WRONGPASS invalid username-password pair or user is disabled.')],
    ['wrong-password', new Error('NOAUTH HELLO must be called with the client already authenticated')],
    ['wrong-password', new Error('ERR AUTH <password> called without any password configured for the default user.')],
    ['unknown-host', coded('ENOTFOUND')],
    ['unknown-host', coded('EAI_AGAIN')],
    ['no-tls', coded('ERR_SSL_WRONG_VERSION_NUMBER')],
    ['no-tls', coded('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['closed', coded('ECONNRESET')],
    ['unreachable', coded('ECONNREFUSED')],
    ['loading', new Error('LOADING Redis is loading the dataset in memory')],
    ['other', new Error('OOM command not allowed')],
    ['other', 'text'],
  ])('the fault is %s for %s, and the message has the address without the password', (reason, error) => {
    const fault = RedisFault.of(url, error);
    expect(fault.reason).toBe(reason);
    expect(fault.message).toContain('Redis at rediss://redis.example:6380 ');
    expect(fault.message).not.toContain('s3cret');
  });
});
