import fc from 'fast-check';
import { readFrame } from './frame';

const register = [
  'REGISTER sip:training.local SIP/2.0',
  'Via: SIP/2.0/WS tab.invalid;branch=z9hG4bK1',
  'Max-Forwards: 69',
  'To: <sip:1001@training.local>',
  'From: <sip:1001@training.local>;tag=a',
  'Call-ID: c',
  'CSeq: 1 REGISTER',
  'Contact: <sip:x@tab.invalid;transport=ws>;+sip.instance="<urn:uuid:1>";reg-id=1',
  'Content-Length: 0',
  '',
  '',
].join('\r\n');

const types = ['keepAlive', 'request', 'response', 'malformed'];

describe('readFrame', () => {
  it('reads a request', () => {
    expect(readFrame(Buffer.from(register))).toMatchObject({
      type: 'request',
      message: { method: 'REGISTER', cseq: 1 },
    });
  });

  it('distinguishes a response from a request', () => {
    const response = register.replace(/^.*\r\n/, 'SIP/2.0 200 OK\r\n');
    expect(readFrame(Buffer.from(response))).toMatchObject({
      type: 'response',
      message: { statusCode: 200, method: 'REGISTER' },
    });
  });

  it('accepts the asterisk as a Contact', () => {
    const frame = readFrame(Buffer.from(register.replace(/^Contact: .*$/m, 'Contact: *')));
    expect(frame).toMatchObject({ type: 'request' });
  });

  it.each([
    ['Via', 'no usable Via'],
    ['From', 'no usable From'],
    ['To', 'no usable To'],
    ['Call-ID', 'no Call-ID'],
    ['CSeq', 'no usable CSeq'],
  ])('refuses a request without %s, unanswerable', (header, reason) => {
    const frame = readFrame(Buffer.from(register.replace(new RegExp(`^${header}: .*\r\n`, 'm'), '')));
    expect(frame).toEqual({ type: 'malformed', reason, answer: undefined });
  });

  it('refuses without parsing a message with far more headers than a browser sends', () => {
    const many = register.replace(/^Contact: .*\r\n/m, 'Contact: <sip:a@b>\r\n'.repeat(100));
    expect(readFrame(Buffer.from(many))).toMatchObject({ type: 'malformed', reason: 'too many headers' });
  });

  it.each([
    ['[2001:db8:::192.0.2.1]', 'request'],
    ['[:::192.0.2.1]', 'request'],
    ['[2001:db8:::1]', 'malformed'],
    ['[2001:db8::::192.0.2.1]', 'malformed'],
  ])('an address %s in the Request-URI makes it %s', (host, type) => {
    const text = register.replace('sip:training.local SIP', `sip:user@${host} SIP`);
    expect(readFrame(Buffer.from(text))).toMatchObject({ type });
  });

  it('leaves the body unchanged, even if it looks folded', () => {
    const body = 'a\r\n b [2001:db8:::192.0.2.1]';
    const text = register.replace('Content-Length: 0\r\n\r\n', `Content-Length: ${body.length}\r\n\r\n${body}`);
    expect(readFrame(Buffer.from(text))).toMatchObject({ type: 'request', message: { body } });
  });

  it('distinguishes two requests whose Via has no branch, and recognises a repeated one', () => {
    const idOf = (text: string): unknown => {
      const frame = readFrame(Buffer.from(text.replace(';branch=z9hG4bK1', '')));
      return frame.type === 'request' ? frame.message.viaBranch : frame;
    };
    expect(idOf(register)).toBe(idOf(register));
    expect(idOf(register.replace('Call-ID: c', 'Call-ID: d'))).not.toBe(idOf(register));
    expect(idOf(register.replace('CSeq: 1', 'CSeq: 2'))).not.toBe(idOf(register));
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(types).toContain(readFrame(Buffer.from(bytes)).type);
      }),
    );
  });

  it('never throws at a message with a piece of it replaced', () => {
    fc.assert(
      fc.property(fc.nat(register.length), fc.nat(40), fc.string({ maxLength: 40 }), (at, length, piece) => {
        const text = register.slice(0, at) + piece + register.slice(at + length);
        expect(types).toContain(readFrame(Buffer.from(text)).type);
      }),
      { numRuns: 2000 },
    );
  });
});
