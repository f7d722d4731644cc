import { recordLifetime } from './call-record';
import { InviteKeeper, takeInvite } from './invite-keeper';

const key = 'mediatel.sip.invite';
const record = {
  owner: 'me',
  contactUri: 'sip:me@here.invalid',
  message: 'INVITE sip:me SIP/2.0\r\n\r\n',
  at: 1_000_000,
};

afterEach(() => localStorage.clear());

it('keeps the INVITE while it rings', () => {
  const keeper = new InviteKeeper(record);
  expect(localStorage.getItem(key)).toContain('INVITE sip:me');
  keeper.end();
  expect(localStorage.getItem(key)).toBeNull();
});

it('leaves it to a later page, which takes it once', () => {
  const keeper = new InviteKeeper(record);
  keeper.leave();
  keeper.end();
  expect(takeInvite('another', record.at)).toBeNull();
  expect(takeInvite('me', record.at + recordLifetime)).toEqual(record);
  expect(takeInvite('me', record.at)).toBeNull();
});

it.each([-1, 1])('takes none that is too old, or of a clock that was set: %d', (sign) => {
  new InviteKeeper(record).leave();
  expect(takeInvite('me', record.at + sign * (recordLifetime + 1))).toBeNull();
  expect(localStorage.getItem(key)).toBeNull();
});

it.each<readonly [what: string, text: string]>([
  ['no JSON', '{'],
  ['null', 'null'],
  ['another version', JSON.stringify({ ...record, version: 2 })],
  ['another request', JSON.stringify({ ...record, version: 1, message: 'BYE sip:me SIP/2.0\r\n\r\n' })],
  ['no Contact', JSON.stringify({ ...record, version: 1, contactUri: '' })],
  ['no time', JSON.stringify({ ...record, version: 1, at: 'now' })],
])('ignores what is stored: %s', (_what, text) => {
  localStorage.setItem(key, text);
  expect(takeInvite('me', record.at)).toBeNull();
});
