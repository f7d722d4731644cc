import { PacketGaps } from './packet-gaps';

describe('gaps between packets', () => {
  let time = 0;
  const beats = (gaps: PacketGaps, count: number, packets: boolean): void => {
    for (let i = 0; i < count; i++) {
      time += 20;
      if (packets) gaps.packet();
      gaps.beat();
    }
  };

  it('the gap is the longest silence since the last call', () => {
    const gaps = new PacketGaps(() => time);
    beats(gaps, 50, true);
    expect(gaps.take()).toBe(20);
    beats(gaps, 12, false);
    beats(gaps, 5, true);
    beats(gaps, 3, false);
    expect(gaps.take()).toBe(260);
    beats(gaps, 1, false);
    expect(gaps.take()).toBe(100);
  });

  it('the gap does not count time in which the listener was stopped', () => {
    const gaps = new PacketGaps(() => time);
    beats(gaps, 5, true);
    time += 3000;
    beats(gaps, 5, true);
    expect(gaps.take()).toBeLessThanOrEqual(60);
  });
});
