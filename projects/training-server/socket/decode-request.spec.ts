import fc from 'fast-check';
import { decodeRequest } from './decode-request';

describe('reading a request', () => {
  it.each([
    [{ type: 'login', user: 'u', password: 'p', extension: '1' }],
    [{ type: 'logout' }],
    [{ type: 'makeCall', phoneNumber: '066', queueName: 'Q' }],
    [{ type: 'makeCall', phoneNumber: '066' }],
    [{ type: 'closeCall' }],
    [{ type: 'pause', id: 6 }],
    [{ type: 'predictive' }],
    [{ type: 'holdCall' }],
    [{ type: 'retrieveCall' }],
    [{ type: 'muteCall' }],
    [{ type: 'resolutionSet', id: 4 }],
    [{ type: 'exit' }],
  ])('accepts %j unchanged', (data) => {
    expect(decodeRequest({ ...data, more: 1 })).toEqual({ request: data });
  });

  it('accepts ids as strings too', () => {
    expect(decodeRequest({ type: 'pause', id: '6' })).toEqual({ request: { type: 'pause', id: 6 } });
    expect(decodeRequest({ type: 'resolutionSet', id: '4' })).toEqual({ request: { type: 'resolutionSet', id: 4 } });
  });

  it.each([
    ['nothing', undefined, 'data: expected an object'],
    ['null', null, 'data: expected an object, got null'],
    ['a string', 'login', 'data: expected an object'],
    ['a list', [{ type: 'login' }], 'got an array'],
    ['no type', {}, 'data.type: expected a string'],
    ['an unknown type', { type: 'danceNow' }, 'unknown request "danceNow"'],
    ['an inherited name', { type: 'toString' }, 'unknown request'],
    ['a pause without id', { type: 'pause' }, 'data.id'],
    ['a negative id', { type: 'pause', id: -1 }, 'data.id'],
    ['a broken id', { type: 'resolutionSet', id: 4.5 }, 'data.id'],
    ['a number that is none', { type: 'makeCall', phoneNumber: 380661234501 }, 'data.phoneNumber'],
    ['a queue that is none', { type: 'makeCall', phoneNumber: '066', queueName: {} }, 'data.queueName'],
    ['a megabyte', { type: 'makeCall', phoneNumber: '0'.repeat(1_000_000) }, 'a string of 1000000 characters'],
  ])('refuses %s, naming the field', (_case, data, reason) => {
    expect(decodeRequest(data)).toEqual({ malformed: { login: false, reason: expect.stringContaining(reason) } });
  });

  it('recognises a bad log-in, and never repeats its password', () => {
    const read = decodeRequest({ type: 'login', user: 5, password: 'secret', extension: '1' });
    expect(read).toEqual({ malformed: { login: true, reason: 'data.user: expected a short string, got number' } });
    expect(
      JSON.stringify(decodeRequest({ type: 'login', user: 'u', password: ['secret'], extension: '1' })),
    ).not.toContain('secret');
  });

  it('never throws and keeps its reasons short', () => {
    let malformed = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ type: fc.string(), id: fc.anything(), user: fc.anything() })),
        (data) => {
          const read = decodeRequest(data);
          const reason = 'malformed' in read ? read.malformed.reason : '';
          if (reason !== '') malformed++;
          expect(reason.length).toBeLessThan(200);
        },
      ),
    );
    expect(malformed).toBeGreaterThan(0);
  });
});
