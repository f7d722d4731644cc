import { pressOnce } from './press-once';

it.each([
  ['Enter', false, false],
  ['Enter', true, true],
  [' ', false, false],
  [' ', true, true],
  ['Tab', true, false],
])('cancels %j, held down: %j, is %j', (key, repeat, isCancelled) => {
  const event = new KeyboardEvent('keydown', { key, repeat, cancelable: true });
  expect(pressOnce(event)).toBeUndefined();
  expect(event.defaultPrevented).toBe(isCancelled);
});
