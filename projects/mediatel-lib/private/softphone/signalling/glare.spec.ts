import { isGlare, answer491Once } from './glare';

const answer = (status: string, method: string): string =>
  [`SIP/2.0 ${status}`, 'Via: SIP/2.0/WS x;branch=z9hG4bK1', `CSeq: 7 ${method}`, 'Content-Length: 0', '', ''].join(
    '\r\n',
  );

it('answer491Once shows a 491 to an INVITE as a refusal and keeps all other messages', () => {
  expect(answer491Once(answer('491 Request Pending', 'INVITE'))).toBe(answer('500 Request Pending', 'INVITE'));
  expect(answer491Once(answer('491 Später', 'INVITE'))).toBe(answer('500 Request Pending', 'INVITE'));
  for (const other of [
    answer('491 Request Pending', 'UPDATE'),
    answer('200 OK', 'INVITE'),
    answer('488 Not Acceptable Here', 'INVITE'),
    'INVITE sip:491@x SIP/2.0\r\nCSeq: 1 INVITE\r\n\r\n',
    '',
  ])
    expect(answer491Once(other)).toBe(other);
});

it('isGlare accepts both responses', () => {
  expect([491, 500, 488, 481, 403].filter(isGlare)).toEqual([491, 500]);
});
