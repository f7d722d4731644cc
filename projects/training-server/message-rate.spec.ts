import { MessageRate } from './message-rate';

describe('the rate of messages', () => {
  let time = 0;
  const takes = (rate: MessageRate, messages: number): number =>
    Array.from({ length: messages }, () => rate.take()).filter(Boolean).length;

  it('bears a burst of four seconds’ worth, then what the rate allows', () => {
    const rate = new MessageRate(10, () => time);
    expect(takes(rate, 100)).toBe(40);
    time += 1000;
    expect(takes(rate, 100)).toBe(10);
    time += 60_000;
    expect(takes(rate, 100)).toBe(40);
  });

  it('never stops one who keeps to the rate', () => {
    const rate = new MessageRate(10, () => time);
    for (let i = 0; i < 1000; i++) {
      time += 100;
      expect(rate.take()).toBe(true);
    }
  });
});
