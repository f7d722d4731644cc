import { retryAfter } from './retry-after';

it.each([
  [undefined, 0],
  ['', 0],
  ['tomorrow', 0],
  ['-5', 0],
  ['0', 0],
  ['18', 18_000],
  [' 18;duration=3600', 18_000],
  ['18 (in a meeting)', 18_000],
  ['61', 60_000],
  ['9'.repeat(400), 60_000],
])('reads Retry-After: %s', (text, pause) => {
  expect(retryAfter({ getHeader: () => text }, 60_000)).toBe(pause);
});
