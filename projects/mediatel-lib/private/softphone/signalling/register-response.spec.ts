import { contactExpires, isOurContact, readRegisterResponse } from './register-response';

const answer = (...headers: readonly string[]): string =>
  ['SIP/2.0 200 OK', 'CSeq: 2 REGISTER', ...headers, 'Content-Length: 0', '', ''].join('\r\n');

describe('readRegisterResponse', () => {
  it('lists the contacts of all headers, folded, abbreviated and joined by commas', () => {
    const message = answer(
      'Contact: <sip:a@x.invalid;transport=ws>;+sip.instance="<urn:uuid:1>";expires=300',
      'm: "Desk, second" <sip:b,c@y>;expires=60,\r\n <sip:d@z>',
      'Expires: 120',
    );
    expect(readRegisterResponse(message)).toEqual({
      status: 200,
      reason: 'OK',
      expires: 120,
      contacts: [
        '<sip:a@x.invalid;transport=ws>;+sip.instance="<urn:uuid:1>";expires=300',
        '"Desk, second" <sip:b,c@y>;expires=60',
        '<sip:d@z>',
      ],
    });
  });

  it('returns no contacts if none is bound', () => {
    expect(readRegisterResponse(answer())).toEqual({ status: 200, reason: 'OK', contacts: [], expires: null });
  });

  it.each([
    'SIP/2.0 100 Trying\r\nCSeq: 1 REGISTER\r\n\r\n',
    'SIP/2.0 200 OK\r\nCSeq: 1 BYE\r\n\r\n',
    'REGISTER sip:x SIP/2.0\r\nCSeq: 1 REGISTER\r\n\r\n',
    'SIP/2.0 xyz\r\nCSeq: 1 REGISTER\r\n\r\n',
    '\r\n\r\n',
    '',
  ])('ignores %j', (message) => expect(readRegisterResponse(message)).toBeNull());
});

describe('isOurContact', () => {
  it('compares the instance, else the address', () => {
    expect(isOurContact('<sip:q@x>;+sip.instance="<urn:uuid:ABC>"', 'abc', 'me')).toBe(true);
    expect(isOurContact('<sip:me@x.invalid>', 'abc', 'me')).toBe(true);
    expect(isOurContact('<sip:you@x.invalid>', 'abc', 'me')).toBe(false);
    expect(isOurContact('<sip:undefined@x.invalid>', 'abc', undefined)).toBe(false);
  });
});

describe('contactExpires', () => {
  it('reads the parameter', () => {
    expect(contactExpires('<sip:a@x>;q=1; expires = 60')).toBe(60);
    expect(contactExpires('<sip:a@x>')).toBeNull();
  });
});
