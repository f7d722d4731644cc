import { SnapshotLateness, latenessToTell } from './snapshot-lateness';

const start = 1_616_666_470_942;

describe('SnapshotLateness', () => {
  it('measures the age of snapshots that waited, one after the other', () => {
    const lateness = new SnapshotLateness();
    expect(lateness.measureLateness(start, 100, true)).toBe(0);
    expect(lateness.measureLateness(start + 1000, 1100, false)).toBe(0);
    expect(lateness.measureLateness(start + 5000, 60_000, false)).toBe(54_900);
    expect(lateness.measureLateness(start + 20_000, 60_001, false)).toBe(39_901);
    expect(lateness.measureLateness(start + 59_901, 60_002, false)).toBeLessThan(latenessToTell);
  });

  it('reports nothing for a new connection, or for a clock set back or forward', () => {
    const lateness = new SnapshotLateness();
    lateness.measureLateness(start, 100, true);
    expect(lateness.measureLateness(start, 90_000, true)).toBe(0);
    expect(lateness.measureLateness(start - 3_600_000, 91_000, false)).toBe(0);
    expect(lateness.measureLateness(start - 3_599_000, 92_000, false)).toBe(0);
    expect(lateness.measureLateness(start + 3_600_000, 93_000, false)).toBe(0);
  });

  it('follows clocks that drift apart over a shift', () => {
    const lateness = new SnapshotLateness();
    // 1 ms per second, in either direction.
    for (const drift of [0.999, 1.001]) {
      lateness.measureLateness(start, 0, true);
      for (let second = 1; second <= 8 * 3600; second++) {
        expect(lateness.measureLateness(start + second * 1000 * drift, second * 1000, false)).toBeLessThan(
          latenessToTell,
        );
      }
    }
  });
});
