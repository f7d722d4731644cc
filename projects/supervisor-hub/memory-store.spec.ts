import { MemoryStore } from './memory-store';

const hour = 60 * 60 * 1000;

describe('MemoryStore', () => {
  it('raises epochs, at least to the clock, and keeps none that are below the clock', async () => {
    let now = 1_000_000;
    const store = new MemoryStore(() => now);
    const first = await store.nextEpoch('301');
    expect(first).toBe(now);
    expect(await store.nextEpoch('301')).toBe(first + 1);
    now -= 500_000;
    expect(await store.nextEpoch('301')).toBe(first + 2);
    for (let day = 1; day <= 30; day += 1) {
      now += 24 * hour;
      for (let i = 0; i < 100; i += 1) await store.nextEpoch(`day ${day}, ${i}`);
    }
    expect(store.epochsKept).toBeLessThanOrEqual(200);
    expect(await store.nextEpoch('301')).toBe(now);
  });
});
