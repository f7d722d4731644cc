import type { IncomingRequest } from 'jssip/lib/SIPMessage';
import { callerOf } from './caller';

const from = (user: string, display_name: string | null | undefined): IncomingRequest =>
  ({ from: { uri: { user }, display_name } }) as IncomingRequest;

it.each<[string, string | null | undefined, string | null]>([
  ['a name', 'Olena', 'Olena'],
  ['spaces', '  ', null],
  ['spaces around a name', ' שלומית ', 'שלומית'],
  ['an empty name', '', null],
  ['no name', undefined, null],
  ['no name', null, null],
])('the caller has %s', (_, sent, callerName) => {
  expect(callerOf(from('0661234501', sent))).toEqual({ callerNumber: '0661234501', callerName });
});

it.each(['', 'anonymous', 'Anonymous'])('“%s” is a withheld number', (user) => {
  expect(callerOf(from(user, null)).callerNumber).toBeNull();
});
