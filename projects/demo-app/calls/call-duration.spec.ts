import { talkTime } from './call-duration';

it.each([
  [0, '0:00'],
  [4.4, '0:04'],
  [125, '2:05'],
  [3609, '1:00:09'],
  [-1, '0:00'],
])('%d seconds are %s', (seconds, text) => {
  expect(talkTime(seconds)).toBe(text);
});
