import { messageRate } from './message-rate';

it('the rate of messages allows a burst of four seconds’ worth, then the rate', () => {
  let time = 0;
  const rate = messageRate(10, () => time);
  const takes = (messages: number): number =>
    Array.from({ length: messages }, () => rate.take()).filter(Boolean).length;
  expect(takes(100)).toBe(40);
  time += 1000;
  expect(takes(100)).toBe(10);
});
